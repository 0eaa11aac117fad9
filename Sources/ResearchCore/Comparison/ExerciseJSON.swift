import FoundationEssentials

/// The exercise's results as JSON, by the schema of the documentation's page on the exercise.
package struct ExerciseJSON: Sendable {
  private let results: ExerciseResults

  /// Writes results.
  package init(_ results: ExerciseResults) {
    self.results = results
  }

  /// One object with a line end; keys are sorted, what does not apply is absent.
  package func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(Document(results)), as: UTF8.self) + "\n"
  }
}

private struct Document: Encodable {
  let version = 1
  let scale: Double
  let complete: Bool
  let tables: [Table]
  let memoryCosts: [Cost]?

  init(_ results: ExerciseResults) {
    scale = results.scale
    let (done, asked) = results.completeness
    complete = done == asked
    tables = results.tables.map { Table($0.experiment, $0.rows, results.gain(of: $0.experiment)) }
    let costs = results.memoryCosts.map(Cost.init)
    memoryCosts = costs.isEmpty ? nil : costs
  }
}

private struct Table: Encodable {
  let id: String
  let title: String
  let introduction: String
  let remark: String?
  let rows: [Row]
  let gains: [Gain]?

  init(_ experiment: Experiment, _ rows: [ExerciseRow], _ gains: [ExerciseGain]) {
    id = experiment.rawValue
    title = experiment.title
    introduction = experiment.introduction
    remark = experiment.remark
    self.rows = rows.map(Row.init)
    self.gains = gains.isEmpty ? nil : gains.map(Gain.init)
  }
}

private struct Row: Encodable {
  let name: String
  let state: String
  let count: Int
  let predictedSeconds: Double
  let predictedCallsPerSecond: Double?
  let seconds: Double?
  let differencePercent: Double?
  let callsPerSecond: Double?
  let failed: Int?
  let error: String?
  let mostAtOnce: Int?
  let latency: Percentiles?
  let peakMemoryBytes: Int?
  let cpuSeconds: Double?
  let tutorial: Claim?
  let spans: [Span]?

  init(_ row: ExerciseRow) {
    name = row.plan.name
    state = row.state.rawValue
    count = row.plan.count
    predictedSeconds = row.plan.predicted.seconds.roundedToMicroseconds
    predictedCallsPerSecond = row.plan.predictedRate?.roundedToMicroseconds
    seconds = row.measurement?.seconds.roundedToMicroseconds
    let compared = row.compared
    differencePercent = compared.measured.map {
      ExerciseFigure.percent($0, from: compared.predicted).roundedToMicroseconds
    }
    callsPerSecond = row.callsPerSecond?.roundedToMicroseconds
    failed = row.measurement?.failed
    error = if case .failed(let reason) = row.outcome { reason } else { row.measurement?.failure }
    mostAtOnce = row.measurement?.mostAtOnce
    latency = row.measurement?.latency
    peakMemoryBytes = row.usage?.peakMemory
    cpuSeconds = row.usage?.cpu.roundedToMicroseconds
    tutorial = row.plan.tutorial.map(Claim.init)
    let spans = row.measurement?.spans ?? []
    self.spans = spans.isEmpty ? nil : spans.map(Span.init)
  }
}

private struct Claim: Encodable {
  var seconds: Double?
  var callsPerSecond: Double?
  let right: Bool
  let objection: String?

  init(_ claim: TutorialClaim) {
    switch claim.figure {
    case .seconds(let figure): seconds = figure
    case .perSecond(let figure): callsPerSecond = figure
    }
    objection = claim.objection
    right = claim.objection == nil
  }
}

private struct Span: Encodable {
  let index: Int?
  let step: String
  let start: Double
  let end: Double

  init(_ span: StepSpan) {
    index = span.index > 0 ? span.index : nil
    step = span.step
    start = span.start.roundedToMicroseconds
    end = span.end.roundedToMicroseconds
  }
}

private struct Gain: Encodable {
  let from: String
  let to: String
  let savedPercent: Double
  let speedUp: Double

  init(_ gain: ExerciseGain) {
    from = gain.slow
    to = gain.fast
    savedPercent = gain.saved.roundedToMicroseconds
    speedUp = gain.speedUp.roundedToMicroseconds
  }
}

private struct Cost: Encodable {
  let carrier: CallWork.Carrier
  var bytes: Int?
  var more: String?
  var fewer: String?
  var difference: Int?
  var error: String?

  init(_ cost: Result<MemoryCost, MemoryCost.Unknown>) {
    switch cost {
    case .success(let cost):
      carrier = cost.carrier
      (bytes, difference) = (cost.bytes, cost.difference)
      (more, fewer) = (cost.more, cost.fewer)
    case .failure(let unknown): (carrier, error) = (unknown.carrier, unknown.reason)
    }
  }
}
