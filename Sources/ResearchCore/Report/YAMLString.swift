/// A value of front matter, in quotes: nothing in it can end the value or the front matter.
enum YAMLString {
  /// Quotes a text as one line.
  static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.oneLine(limit: 500).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { output.unicodeScalars.append("\\") }
      output.unicodeScalars.append(scalar)
    }
    return output + "\""
  }
}
