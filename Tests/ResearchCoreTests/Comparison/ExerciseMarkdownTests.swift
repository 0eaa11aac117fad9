import Testing

@testable import ResearchCore

struct ExerciseMarkdownTests {
  @Test func `writes a section a table, with a waterfall and what was gained`() {
    var results = ExerciseFixture.measured([.oneByOne, .barriers], scale: 0.1)
    results.note(ExerciseFixture.outcome(of: results.rows[1].plan, times: 1.05), of: 1)
    let sections = ExerciseMarkdown(results, width: 30).text.split(separator: "\n## ")
    #expect(sections.count == 3)
    #expect(
      sections[0] == """
        # The exercise, measured

        All delays are multiplied by 0.1, and so are the predictions. The explanations and the \
        tutorial's figures are those of scale 1.

        """
    )
    #expect(
      sections[2] == """
        X2: At once, with barriers

        All pages are fetched at once, then all are summarised at once, then combined: \
        1 + 3 + 2 = 6 s.

        | what runs            | predicted, s | measured, s | off by |   MB | CPU, s | tutorial |
        | -------------------- | -----------: | ----------: | -----: | ---: | -----: | -------: |
        | five pages, barriers |        0.600 |       0.630 | +5.0 % | 18.0 |  0.250 |      6 s |

        Who did what when (five pages, barriers):

        ```text
        1 fetch     ░░░░░
        1 summarise      ███████████████
        2 fetch     ░░░░░
        2 summarise      ███████████████
        3 fetch     ░░░░░
        3 summarise      ███████████████
        4 fetch     ░░░░░
        4 summarise      ███████████████
        5 fetch     ░░░░░
        5 summarise      ███████████████
          combine                       ▓▓▓▓▓▓▓▓▓▓
                    └──────────────┴─────────────┘
                    0            0.300     0.600 s
        ```

        - As measured: from 2.20 s (five pages, one by one) to 0.630 s (five pages, barriers), \
        71.4 % less, 3.49 times as fast.

        The tutorial calls this 70 % less. 6 s instead of 22 s are 72.7 % less: 3.67 times as fast.

        """
    )
  }

  @Test func `says what is wrong in the tutorial, and what a call in flight costs`() {
    var results = ExerciseFixture.measured([.crowd])
    for (row, memory) in [(1, 12), (2, 21), (3, 29), (4, 10)] {
      let plan = results.rows[row].plan
      results.note(ExerciseFixture.outcome(of: plan, memory: memory * 1_000_000), of: row)
    }
    let text = ExerciseMarkdown(results).text
    #expect(
      text.contains(
        """
        | what runs       | predicted, s | measured, s | off by | calls/s | p50, s | p95, s | at once |   MB | CPU, s | tutorial |
        | --------------- | -----------: | ----------: | -----: | ------: | -----: | -----: | ------: | ---: | -----: | -------: |
        | one at a time   |        2,000 |    computed |        |         |        |        |         |      |        |  2,000 s |
        | 10 threads      |        200.0 |       200.0 |  0.0 % |     5.0 |   2.00 |   2.00 |      10 | 12.0 |  0.250 |    200 s |
        | 100 threads     |        20.00 |       20.00 |  0.0 % |    50.0 |   2.00 |   2.00 |     100 | 21.0 |  0.250 |     20 s |
        | tasks, no limit |         2.00 |        2.00 |  0.0 % |     500 |   2.00 |   2.00 |   1,000 | 29.0 |  0.250 |      8 s |
        | tasks, 50 slots |        40.00 |       40.00 |  0.0 % |    25.0 |   2.00 |   2.00 |      50 | 10.0 |  0.250 |     10 s |

        - **tasks, no limit**, the tutorial says 8 s: nothing holds a call back, so that the last \
        answer comes with the first, after 2 s. 8 s would be 250 in flight.
        - **tasks, 50 slots**, the tutorial says 10 s: 50 at once need 20 rounds of 2 s, which is \
        40 s. 10 s would need 200 in flight.

        - A thread with its call costs 100.0 KB: the peak memory of “100 threads” less that of \
        “10 threads”, divided by the 90 calls more that were in flight.
        - A call in flight of a task costs 20.0 KB: the peak memory of “tasks, no limit” less that of \
        “tasks, 50 slots”, divided by the 950 calls more that were in flight.

        - **one at a time** was computed and not waited for; `--full` runs it.

        """
      )
    )
    #expect(!text.contains("not the whole exercise"))
  }

  @Test func `compares calls a second where a table is about them`() {
    let text = ExerciseMarkdown(ExerciseFixture.measured([.throughput])).text
    #expect(
      text.contains("| what runs     | predicted, calls/s | measured, calls/s | off by | p50, s |")
    )
    #expect(
      text.contains("| 1,000 at once |              2,000 |             2,000 |  0.0 % |  0.500 |")
    )
    #expect(
      text.contains("- **1,000 at once**, the tutorial says 200/s: 1,000 in flight are 2,000")
    )
  }

  @Test func `prints what is there when not all is`() {
    var results = ExerciseResults([.streaming])
    results.note(.failed("it ended by signal 9"), of: 0)
    results.note(ExerciseFixture.outcome(of: results.rows[1].plan, failed: 1), of: 1)
    let text = ExerciseMarkdown(results).text
    #expect(text.contains("| five pages, streaming       |         6.00 |      failed |"))
    #expect(text.contains("| two uneven pages, barriers  |        12.00 |  incomplete | 18.0 |"))
    #expect(text.contains("| two uneven pages, streaming |         8.00 |     not run |"))
    #expect(text.contains("- **five pages, streaming** gave no result: it ended by signal 9\n"))
    #expect(text.contains("barriers** is incomplete, 1 of 2 failed: connection refused\n"))
    #expect(text.hasSuffix("not the whole exercise: 0 of 3 rows were measured completely.\n"))
  }
}
