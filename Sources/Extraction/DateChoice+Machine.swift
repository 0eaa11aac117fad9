/// The dates that pages give for machines.
extension DateChoice {
  /// The day of the last change; nil where none is given, or one before the publication.
  func modified(after published: Day?) -> Day? {
    guard let day = modified ?? shownChange, isPossible(day) else { return nil }
    guard let published, day < published else { return day }
    // A day less is the same day in UTC.
    return published.ordinal - day.ordinal == 1 ? published : nil
  }

  /// The day of the last change as the page gives it to machines, read anew.
  var declaredChange: Day? {
    for object in data.main.prefix(2) where !data.isOpinion(object) {
      if let text = data.string("dateModified", of: object), let day = reader.machineDay(text[...])
      {
        return day
      }
    }
    if let text = head.first(Self.changes), let day = reader.machineDay(text[...]) { return day }
    return marks.changeProperties.lazy.filter { !$0.isForeign }
      .compactMap { reader.machineDay(stamp(of: $0)[...]) }.first
  }

  mutating func addLinkedData() {
    let own = data.main.prefix(12).filter { !data.isOpinion($0) }
    for (rank, object) in own.prefix(6).enumerated() {
      let base = (data.isArticle(object) ? 10 : 7.5) - 0.6 * Double(rank)
      for key in ["datePublished", "dateCreated", "uploadDate", "datePosted"] {
        guard let text = data.string(key, of: object) else { continue }
        let score = key == "datePublished" ? base : base - 1.5
        add(reader.machineReading(text[...]), score, .data)
      }
    }
  }

  mutating func addMetas() {
    for row in Self.metas {
      for name in row.names {
        guard let text = head.first(name) else { continue }
        add(reader.machineReading(text[...]), row.score, .meta)
      }
    }
  }

  mutating func addProperties() {
    for (index, mark) in marks.dateProperties.enumerated() where !mark.isComment {
      let score = (mark.isForeign ? 4 : 8.5) - 0.05 * Double(index)
      add(reader.machineReading(stamp(of: mark)[...]), score, .property)
    }
  }

  /// What an element gives for machines, else what it shows.
  private func stamp(of mark: PageMarks.Mark) -> [UInt8] {
    for name in [AttributeName.content, .datetime, .title] {
      if let value = document.value(name, of: mark.node) { return Array(value) }
    }
    return document.line(of: mark.node, limit: 200)
  }

  /// Elements that carry a machine's day as their title.
  mutating func addStamps() {
    for mark in marks.stamps.prefix(4) where !mark.isComment && !mark.isBeside {
      guard let title = document.value(.title, of: mark.node) else { continue }
      add(reader.machineReading(title), mark.isForeign ? 2 : 3.9, .named)
    }
  }

  /// Days in the title and the descriptions.
  mutating func addDescriptions() {
    let texts = ["og:title", "description", "og:description", "twitter:description"]
      .compactMap { head.first($0) }
    for text in texts + [head.title] {
      guard let reading = reader.days(in: text[...], most: 1).first,
        DateLine(text[...], reading).isDate
      else { continue }
      add(reading, 2.4, .body)
    }
  }

  private static let changes = """
    article:modified_time og:updated_time datemodified last-modified article:modified \
    dcterms.modified revised lastmod cxenseparse:recs:modifiedtime
    """

  private static let metas: [(score: Double, names: [UInt64])] = [
    (
      9,
      PageHead.hashes(
        """
        article:published_time article:published og:article:published_time og:published_time \
        datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime bt:pubdate \
        published_time
        """
      )
    ),
    (
      8,
      PageHead.hashes(
        """
        publish-date publish_date pubdate ptime pub_date article.published date.published dateissued \
        dcterms.created dcterms.issued dc.date.issued dcterms.date dc.date dc.date.created dc.created \
        citation_publication_date citation_date citation_online_date publication_date publishdate \
        publish_time published article_date_original article:created rnews:datepublished \
        dc.date.published dcterms.available vr:published_time article-publication-date
        """
      )
    ),
    (
      6.5,
      PageHead.hashes(
        """
        date created datecreated creation_date uploaddate release_date originalpublicationdate \
        timestamp displaydate cse_date gentime og:release_date video:release_date og:pubdate
        """
      )
    ),
  ]
}
