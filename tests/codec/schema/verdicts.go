// What a validator in Go says of documents.
// go run verdicts.go SCHEMA: reads documents, a line of base64 each, and writes a line for each:
// true or false; unread where the text is no JSON to it, panic where it falls over.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"

	"github.com/xeipuuv/gojsonschema"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func verdict(schema *gojsonschema.Schema, text []byte) (said string) {
	defer func() {
		if recover() != nil {
			said = "panic"
		}
	}()
	result, err := schema.Validate(gojsonschema.NewBytesLoader(text))
	if err != nil {
		return "unread"
	}
	return fmt.Sprint(result.Valid())
}

func main() {
	text := must(os.ReadFile(os.Args[1]))
	schema := must(gojsonschema.NewSchema(gojsonschema.NewBytesLoader(text)))
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		fmt.Println(verdict(schema, must(base64.StdEncoding.DecodeString(lines.Text()))))
	}
}
