import Testing

@testable import Formats

@Suite("Markdown")
struct MarkdownEscapeTests {
  @Test(
    "Nothing in a text is read as a sign",
    arguments: [
      ("<b>bold</b>", "\\<b\\>bold\\</b\\>"), ("a|b", "a\\|b"), ("[x](y)", "\\[x\\](y)"),
      ("# head", "\\# head"), ("1. one", "1\\. one"), ("- item", "\\- item"), ("C# 1.5", "C# 1.5"),
      ("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"), ("a\n\n# b", "a # b"),
      ("    code", "code"), ("a\\b", "a\\\\b"), ("&lt;", "\\&lt;"), ("$x$", "\\$x\\$"),
      ("see https://e.org/a_b", "see https\\://e\\.org/a\\_b"), ("www.e.org", "www\\.e\\.org"),
      ("me@e.org", "me\\@e.org"), ("=====", "\\====="),
      ("\u{202E}x\u{1B}", "\\\\u{202E}x\\\\u{1B}"),
      ("2018-01-30", "2018-01-30"), ("10) ten", "10\\) ten"),
    ]
  )
  func escaping(text: String, escaped: String) {
    #expect(MarkdownEscape.text(text) == escaped)
  }
}
