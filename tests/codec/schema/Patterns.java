// What patterns find in strings, by java.util.regex.
// java Patterns.java N: reads N patterns and then strings, a line of base64 each; writes a line for
// each pattern, 1 where it is found in a string, 0 where it is not, and ! where the stack is full.
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

class Patterns {
    static String decoded(String line) {
        return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
    }

    static String found(Pattern pattern, String text) {
        try {
            return pattern.matcher(text).find() ? "1" : "0";
        } catch (StackOverflowError error) {
            return "!";
        }
    }

    static String foundIn(String pattern, List<String> texts) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return texts.stream().map(text -> found(compiled, text)).collect(Collectors.joining());
        } catch (PatternSyntaxException error) {
            return error.getDescription();
        }
    }

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        String input = new Scanner(System.in, StandardCharsets.US_ASCII).useDelimiter("\\A").next();
        List<String> read = input.lines().map(Patterns::decoded).toList();
        List<String> texts = read.subList(count, read.size());
        read.subList(0, count).forEach(pattern -> System.out.println(foundIn(pattern, texts)));
    }
}
