// Command patterns holds the tables of tests/unit_model_pattern.c against Go's
// regexp, which is what the reference matches with:
//
//	tests/unit_model_pattern --table | go run tests/patterns.go
package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"os"
	"regexp"
	"strings"
)

func text(word string) string {
	b, err := hex.DecodeString(word)
	if err != nil {
		fmt.Fprintln(os.Stderr, "patterns:", err)
		os.Exit(2)
	}
	return string(b)
}

// finds is what the pattern finds in each name, as in the table.
func finds(pattern string, names []string) string {
	re, err := regexp.Compile(pattern)
	if err != nil {
		return "bad"
	}
	var found []string
	for _, name := range names {
		at := re.FindStringIndex(name)
		if at == nil {
			found = append(found, "-")
			continue
		}
		found = append(found, fmt.Sprintf("%d:%d", at[0], at[1]))
	}
	return strings.Join(found, " ")
}

func main() {
	var names []string
	passed, failed := 0, 0
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.SplitN(lines.Text()+"  ", " ", 3)
		if words[0] == "name" {
			names = append(names, text(words[1]))
			continue
		}
		pattern, want := text(words[1]), strings.TrimRight(words[2], " ")
		if got := finds(pattern, names); got != want {
			fmt.Printf("%q: Go finds %s, the table has %s\n", pattern, got, want)
			failed++
			continue
		}
		passed++
	}
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	if failed > 0 || passed == 0 {
		os.Exit(1)
	}
}
