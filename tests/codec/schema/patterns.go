// What patterns find in strings, by Go's regexp.
// go run patterns.go N: reads N patterns and then strings, a line of base64 each; writes a line for
// each pattern, 1 where it is found in a string and 0 where it is not.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
)

func main() {
	count, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	var read []string
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		text, err := base64.StdEncoding.DecodeString(lines.Text())
		if err != nil {
			panic(err)
		}
		read = append(read, string(text))
	}
	for _, source := range read[:count] {
		pattern, err := regexp.Compile(source)
		if err != nil {
			fmt.Println(err)
			continue
		}
		var found strings.Builder
		for _, text := range read[count:] {
			if pattern.MatchString(text) {
				found.WriteByte('1')
			} else {
				found.WriteByte('0')
			}
		}
		fmt.Println(found.String())
	}
}
