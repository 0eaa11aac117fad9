/// Statistics as the command line's contract has them, in the event that ends a run.
struct StatisticsObject: Encodable {
  private let requests: Int
  private let successful: Int
  private let failed: Int
  private let cancelled: Int
  private let retried: Int
  private let successRate: Double?
  private let newConnections: Int
  private let reusedConnections: Int
  private let bytes: Int
  private let robotsFiles: Int
  private let modelCalls: Int
  private let modelFailures: Int
  private let modelFallbacks: Int
  private let promptTokens: Int
  private let completionTokens: Int
  private let tokensEstimated: Bool?
  private let cost: Double?
  private let workSeconds: Double
  private let latency: Latencies

  /// The object for statistics.
  init(_ statistics: Statistics) {
    let (counts, model) = (statistics.counts, statistics.model)
    requests = counts.requests
    successful = counts.successful
    failed = counts.failed
    cancelled = counts.cancelled
    retried = counts.retries
    successRate = counts.successRate?.roundedToMicroseconds
    newConnections = counts.newConnections
    reusedConnections = counts.reusedConnections
    bytes = counts.bytes
    robotsFiles = statistics.robotsFiles
    modelCalls = model.calls
    modelFailures = model.failed
    modelFallbacks = model.fallbacks
    promptTokens = model.promptTokens
    completionTokens = model.completionTokens
    tokensEstimated = model.isEstimated ? true : nil
    cost = model.cost?.roundedToMicroseconds
    workSeconds = statistics.workSeconds.roundedToMicroseconds
    latency = Latencies(statistics)
  }

  private struct Latencies: Encodable {
    let queued: Latency?
    let connect: Latency?
    let firstByte: Latency?
    let transfer: Latency?
    let fetch: Latency?
    let extract: Latency?
    let summarise: Latency?

    init(_ statistics: Statistics) {
      queued = statistics.latency(.queued)
      connect = statistics.latency(.connect)
      firstByte = statistics.latency(.firstByte)
      transfer = statistics.latency(.transfer)
      fetch = statistics.latency(.fetch)
      extract = statistics.latency(.extract)
      summarise = statistics.latency(.summarise)
    }
  }

  /// A row of the table of hosts.
  struct Host: Encodable {
    private let host: String
    private let requests: Int
    private let successful: Int
    private let failed: Int
    private let cancelled: Int
    private let retried: Int
    private let newConnections: Int
    private let reusedConnections: Int
    private let bytes: Int
    private let waits: Int
    private let waitSeconds: Double
    private let fetch: Latency?

    /// The object for a row.
    init(_ row: HostStatistics) {
      host = row.host
      requests = row.counts.requests
      successful = row.counts.successful
      failed = row.counts.failed
      cancelled = row.counts.cancelled
      retried = row.counts.retries
      newConnections = row.counts.newConnections
      reusedConnections = row.counts.reusedConnections
      bytes = row.counts.bytes
      waits = row.waits
      waitSeconds = row.waitSeconds.roundedToMicroseconds
      fetch = row.fetch
    }
  }
}
