/// One of the five saved pages that the exercise reads, embedded so that it needs no file.
struct SamplePage: Sendable {
  /// The page's title, as extraction finds it.
  let title: String
  /// What kind of page it is, and what it stands for: the model's answer about it.
  let meaning: String
  /// The page as it is sent: HTML in UTF-8.
  let body: [UInt8]

  /// The highest number of a page; the five take turns.
  static let highestNumber = 1_000_000

  /// The page of a number from 1 on; nil where there is none.
  static func numbered(_ number: Int) -> SamplePage? {
    guard (1...highestNumber).contains(number) else { return nil }
    return all[(number - 1) % all.count]
  }

  static let all = [
    SamplePage(
      title: "Library cuts its reading digest from 22 seconds to six",
      meaning: """
        is a news report about the exercise's own figures. It stands for the pages that say what \
        happened, where and to whom.
        """,
      body: PackageResources.news_six_seconds_html
    ),
    SamplePage(
      title: "We ran the five-page exercise and got eight seconds",
      meaning: """
        is a blog post whose measurement disagrees with the others. It stands for the pages that \
        a report has to weigh against their neighbours.
        """,
      body: PackageResources.blog_we_measured_eight_seconds_html
    ),
    SamplePage(
      title: "How many requests at once? Tables and measurements",
      meaning: """
        is a report made of tables. It stands for the pages that are worth more for their figures \
        than for their sentences.
        """,
      body: PackageResources.benchmark_requests_at_once_html
    ),
    SamplePage(
      title: "History of asynchronous programming",
      meaning: """
        is an article of an encyclopedia. It stands for the pages that tell where an idea comes \
        from and what it is called.
        """,
      body: PackageResources.encyclopedia_history_html
    ),
    SamplePage(
      title: "A task needs a parent",
      meaning: """
        is an essay with an opinion. It stands for the pages that argue, and whose author has to \
        be named with what they say.
        """,
      body: PackageResources.essay_a_task_needs_a_parent_html
    ),
  ]
}
