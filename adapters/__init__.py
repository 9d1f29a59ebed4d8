"""How the outside gets in and out; nothing here decides business."""
