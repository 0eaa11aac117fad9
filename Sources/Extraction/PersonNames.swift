/// Makes names of persons out of bylines, and tells persons from agencies, teams and sites.
struct PersonNames: Sendable {
  /// How much a name looks like that of a person.
  enum Likeness: Int, Comparable {
    case organisation, nickname, person

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  private let sites: SiteNames

  init(_ sites: SiteNames) {
    self.sites = sites
  }

  /// The names in a text such as "By Jane Doe and John Roe, staff writers".
  func names(in text: [UInt8]) -> [String] {
    guard text.count <= 400 else { return [] }
    return parts(of: String(decoding: text, as: UTF8.self)).compactMap(cleaned)
  }

  func likeness(of name: String) -> Likeness {
    let bytes = Array(name.utf8)
    let words = WordFolder.words(bytes[...])
    if sites.contain(bytes[...]) || Self.agencies.equals(words) || Self.groups.occurs(in: words) {
      return .organisation
    }
    let parts = name.split(separator: " ")
    guard !bytes.contains(where: \.isASCIIDigit), bytes.count <= 60 else { return .nickname }
    let scalars = name.unicodeScalars
    if scalars.contains(where: { !$0.properties.isCased && $0.properties.isAlphabetic }) {
      return (2...30).contains(scalars.count) ? .person : .nickname
    }
    guard (2...5).contains(parts.count) else { return .nickname }
    let isNamed = parts.allSatisfy { part in
      Self.particles.contains(part.lowercased()) || Self.beginsLikeName(part)
    }
    let capitals = parts.count { Self.beginsLikeName($0) }
    return isNamed && capitals >= 2 ? .person : .nickname
  }

  private static func beginsLikeName(_ part: Substring) -> Bool {
    guard let first = part.unicodeScalars.first else { return false }
    if first.properties.isUppercase { return true }
    // "d'Arc", "al-Masri"
    return part.unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
  }

  /// Cuts at commas, bars and words such as "and".
  private func parts(of text: String) -> [String] {
    let scalars = text.unicodeScalars
    var result: [String] = []
    var start = scalars.startIndex
    for index in scalars.indices {
      switch scalars[index] {
      case ",", ";", "|", "/", "&", "+", "•", "·", "●", "–", "—", "\n", "、", "，", "；", "►":
        result += splitAtConnectives(text[start..<index])
        start = scalars.index(after: index)
      default: continue
      }
    }
    return result + splitAtConnectives(text[start...])
  }

  private func splitAtConnectives(_ text: Substring) -> [String] {
    let words = text.utf8.split(separator: 0x20).map { Substring($0) }
    var result: [[Substring]] = [[]]
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      let isPlain = Self.connectives.contains(lower)
      let isBetweenNames =
        Self.weakConnectives.contains(lower) && result[result.count - 1].count >= 2
        && words.count - index > 2
        && words[(index + 1)...].prefix(2).allSatisfy { Self.beginsLikeName($0) }
      if (isPlain && index > 0) || isBetweenNames || word == "-" {
        result.append([])
      } else {
        result[result.count - 1].append(word)
      }
    }
    return result.map { $0.joined(separator: " ") }
  }

  /// One name, freed from what stands around it; nil when nothing like a name is left.
  private func cleaned(_ part: String) -> String? {
    var words = withoutBrackets(part).utf8.split(separator: 0x20).map { String(Substring($0)) }
    words = words.filter { word in
      !word.utf8.contains(0x40) && !word.hasPrefix("http") && !word.hasPrefix("www.")
    }
    words = withoutPrefix(words)
    if let colon = words.firstIndex(where: { $0.hasSuffix(":") || $0.hasSuffix("：") }) {
      words = Array(words[(colon + 1)...])
    }
    words = withoutPrefix(words)
    if let end = words.indices.first(where: { $0 > 0 && endsName(words, at: $0) }) {
      words = Array(words[..<end])
    }
    if words.count == 1, words[0].utf8.contains(0x5F) {
      words = words[0].split(separator: "_").map(String.init)
    }
    let name = trimmed(words.joined(separator: " "))
    let folded = WordFolder.words(Array(name.utf8)[...])
    guard !folded.isEmpty, words.count <= 6, name.utf8.count <= 80 else { return nil }
    guard !name.unicodeScalars.contains(where: "?!=©<>{}\\".unicodeScalars.contains) else {
      return nil
    }
    if Self.noise.equals(folded) || Self.roles.occurs(in: folded) { return nil }
    let letters = name.unicodeScalars.count { $0.properties.isAlphabetic }
    guard letters >= 2, !DateSpeech(Array(name.utf8)[...]).isUpdate else { return nil }
    return name
  }

  /// A number, a month or a word that leads on to something else ends the name.
  private func endsName(_ words: [String], at index: Int) -> Bool {
    let word = words[index]
    if word.utf8.contains(where: \.isASCIIDigit) { return true }
    let lower = WordFolder.word(word)
    if MonthNames.table[lower] != nil, index >= 2 { return true }
    return index >= 2 && Self.enders.contains(lower)
  }

  private func withoutBrackets(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x28 || $0 == 0x5B }) else { return text }
    var depth = 0
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "(" || scalar == "[" { depth += 1 }
      if depth == 0 { result.unicodeScalars.append(scalar) }
      if scalar == ")" || scalar == "]" { depth = max(0, depth - 1) }
    }
    return result
  }

  private func withoutPrefix(_ words: [String]) -> [String] {
    var rest = words[...]
    while rest.count > 1, let first = rest.first,
      Self.prefixes.contains(WordFolder.word(first))
    {
      rest = rest.dropFirst()
    }
    return Array(rest)
  }

  private func trimmed(_ name: String) -> String {
    var scalars = name.unicodeScalars[...]
    let marks = " .,:;-–—|\"'“”„»«*#>‹›".unicodeScalars
    while let first = scalars.first, marks.contains(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, marks.contains(last) || last == "/" {
      // The stop behind an initial belongs to the name.
      if last == ".", scalars.count > 2, scalars.dropLast().last?.properties.isUppercase == true {
        break
      }
      scalars = scalars.dropLast()
    }
    return String(scalars)
  }
}

extension PersonNames {
  private static let connectives: Set<String> = ["and", "und", "et", "и", "及", "和", "&"]
  private static let weakConnectives: Set<String> = [
    "y", "e", "i", "og", "och", "en", "with", "mit", "avec", "con",
  ]
  private static let particles: Set<String> = [
    "von", "van", "de", "der", "den", "da", "do", "dos", "das", "di", "del", "della", "la", "le",
    "el", "al", "bin", "ibn", "ben", "zu", "zum", "ter", "ten", "af", "av", "y", "e", "du", "des",
    "st", "st.", "bint", "abu", "ap", "dal", "vom", "zur", "op",
  ]

  private static func set(_ text: String) -> Set<UInt64> {
    Set(text.split(whereSeparator: \.isWhitespace).map { WordFolder.word(String($0)) })
  }

  private static let prefixes = set(
    """
    by von par por di da door af av written posted published reported words story text texte texto
    tekst geschrieben verfasst erstellt eingestellt veröffentlicht écrit rédigé publié propos
    recueillis scritto geschreven skrevet skriven author authors autor autorin autoren auteur
    auteurs autore redakteur about über view all more posts articles artikel beiträge see ein eine
    a cura submitted created compiled edited автор текст yazar photos photo foto fotos
    """
  )
  private static let enders = set(
    "in at for aus für pour updated published posted on from is has covers contributed im the"
  )
  private static let agencies = PhraseTable(
    """
    dpa *; afp; reuters; ap; apa; sda; keystone sda; ansa; efe; pti; ians; ani; upi; tass; xinhua; epa
    sid; epd; kna; dts; rtr; ots; lusa; belga; anp; ntb; tt; ritzau; stt; mti; ctk; pap; ria
    interfax; bloomberg; associated press; the associated press; agence france presse; pa media
    press association; europa press; the canadian press; canadian press; reuters staff; pa; agencies
    agenturen; agencia; agencias; afp com
    """
  )
  private static let groups = PhraseTable(
    """
    staff; redaktion; redaktionsteam; redacción; redaccion; rédaction; redazione; redactie
    redaktionen; redakcja; editor; editors; editorial; team; admin; administrator; webmaster; news
    newsroom; desk; press release; pressemitteilung; board; contributors; guest; presse; verlag; gmbh
    inc; ltd; llc; corp; university; universität; institute; institut; foundation; stiftung
    magazine; network; media; online; agency; society; association; verein; group; company; blog
    community; ministry; department; office; council; committee; times; post com; tv; radio
    """
  )
  private static let roles = PhraseTable(
    """
    coordinator; consultant; specialist; engineer; developer; designer; officer; manager; director
    strategist; attorney; certified; licensed; scientist; expert; advisor; columnist; reporter
    reporters; writer; writers; correspondent; producer; analyst; critic; contributor; president
    founder; lecturer; minutes; min read; sponsored; partnership; rights reserved; permission; read
    click; subscribe; redakteur; redakteurin; redaktor; korrespondent; korrespondentin; journalist
    journalistin; journaliste; volontär; ressort; ressortleiter; chefredakteur; mitarbeiter
    redactor; periodista; giornalista; redattore; kolumnist; praktikant; corresponsal; verslaggever
    redacteur; journalista; jornalista; comments; kommentare; share; follow; cookies; newsletter
    copyright; says; sagt; wrote; schreibt; views
    """
  )
  private static let noise = PhraseTable(
    """
    by; von; author; authors; autor; autoren; about the author; more; share; email; e mail; mail; profile
    bio; read more; see all; all posts; posts; post; unknown; none; null; undefined; anonymous; anonym
    n a; default; user; admin; administrator; webmaster; editor; staff; login; log in; youtube; twitter; facebook; instagram; linkedin; mastodon; x
    people; no author; offline; view profile; website; homepage; rss; contact; kontakt; jr; phd; md
    monday; tuesday; wednesday; thursday; friday; saturday; sunday; montag; dienstag; mittwoch
    donnerstag; freitag; samstag; sonntag; uhr; am; pm; today; heute; pictures; images; getty images
    """
  )
}
