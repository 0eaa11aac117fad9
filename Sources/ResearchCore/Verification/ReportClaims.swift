/// What a report says, as far as it must be held against records: the rest follows from these.
struct ReportClaims {
  var title: String?
  var question: String?
  /// The day that the report gives itself.
  var day: String?
  /// The first day that its sources were read on, where it tells.
  var firstDay: String?
  var hasTimings = false
  /// Whether a JSON report holds its sources' texts.
  var hasTexts = false
  /// Whether a model wrote the summary.
  var isWritten = false
  /// Whether a model was asked for it, and gave none.
  var hasFailedModel = false
  var answered: Bool?
  var summary: [Sentence] = []
  var keyPoints: [Sentence] = []
  var differences: [ClaimedDifference] = []
  /// The sources' own sections, in the order of the report.
  var details: [Detail] = []
  /// The references by their numbers.
  var references: [Int: Reference] = [:]

  /// A sentence, and what is said to support it.
  struct Sentence {
    /// The line of the report, from 1.
    var line: Int
    var text: String
    var link: String?
    /// The numbers of the references behind it.
    var marks: [Int] = []
    /// How many sources are said to say it.
    var agreement: Int?
    /// What is said to say the same in other words.
    var agreeing: [Agreeing] = []
    /// How much it says, where the report tells.
    var score: Double?
    /// The passages, where the report tells them.
    var citations: [Citation]?
    var agreeingCitations: [Citation] = []
  }

  /// A passage of another source.
  struct Agreeing {
    var site: String
    var link: String?
  }

  /// A matter on which sources differ.
  struct ClaimedDifference {
    var subject: String
    var statements: [(value: String, sentence: Sentence)]
  }

  /// A source's own section.
  struct Detail {
    var line: Int
    /// The source's number in the report, or its index where the report is JSON.
    var number: Int
    var sentences: [Sentence] = []
  }

  /// A reference's text without its number.
  struct Reference {
    var line: Int
    var text: String
  }
}
