// Checks a published log with golang.org/x/mod/sumdb, which nobody here wrote:
// the note, every entry against the tree, and that an older checkpoint leads to it.
//
//	driver FOLDER VKEY [OLD-CHECKPOINT]
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int { return 8 }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		content, err := os.ReadFile(filepath.Join(string(f), strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, content)
	}
	return data, nil
}

func must(err error) {
	if err != nil {
		fmt.Println("it does not hold:", err)
		os.Exit(1)
	}
}

func open(path string, verifiers note.Verifiers) tlog.Tree {
	content, err := os.ReadFile(path)
	must(err)
	opened, err := note.Open(content, verifiers)
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree
}

func entry(f folder, index, size int64) []byte {
	width := size - index/256*256
	tile := tlog.Tile{H: 8, L: -1, N: index / 256, W: int(min(width, 256))}
	path := strings.NewReplacer("tile/8/data/", "tile/entries/").Replace(tile.Path())
	content, err := os.ReadFile(filepath.Join(string(f), path))
	must(err)
	return content[index%256*34+2 : index%256*34+34]
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func main() {
	verifier, err := note.NewVerifier(os.Args[2])
	must(err)
	verifiers := note.VerifierList(verifier)
	log := folder(os.Args[1])
	tree := open(filepath.Join(os.Args[1], "checkpoint"), verifiers)
	reader := tlog.TileHashReader(tree, log)
	for index := int64(0); index < tree.N; index++ {
		proof, err := tlog.ProveRecord(tree.N, index, reader)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry(log, index, tree.N))))
	}
	if len(os.Args) > 3 {
		old := open(os.Args[3], verifiers)
		proof, err := tlog.ProveTree(tree.N, old.N, reader)
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
	}
	fmt.Printf("it holds: %d %x\n", tree.N, tree.Hash[:])
}
