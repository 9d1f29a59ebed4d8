"""Evidence for outsiders: a Merkle tree, its tiles, signed checkpoints, and what checks them."""
