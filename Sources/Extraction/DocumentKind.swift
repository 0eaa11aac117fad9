/// How the bytes of a document are to be read.
package enum DocumentKind: Sendable, Equatable {
  /// A page of the web, whose main text must be found among menus, notices and advertisements.
  case html
  /// The same as XML has it: empty elements such as `<script/>`, sections of CDATA, prefixes.
  case xhtml
  /// A page whose structure is trusted, such as rendered Markdown: all of its body is text.
  case wholeHTML
  /// Text without markup.
  case plainText
}
