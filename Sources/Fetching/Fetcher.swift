/// Turns one request into one page, or says why it could not.
package protocol Fetcher: Sendable {
  /// Fetches one page; any complete answer is a page, whatever its status.
  ///
  /// When the calling task is cancelled the transfer is aborted at once and `.cancelled` is thrown.
  /// The request is given away, so that nobody who waits has to hold what is posted.
  func fetch(_ request: consuming FetchRequest) async throws(FetchError) -> Page
}

/// One page that is wanted, with what is special about this request.
package struct FetchRequest: Sendable, Hashable {
  package var address: WebAddress
  /// Sent in place of the configured headers of the same name; an empty value sends none.
  package var headers: [HeaderField]
  /// For the whole attempt, in place of the configured time-out.
  package var timeout: Duration?
  /// Whether the configured headers go with it.
  package var sendsConfiguredHeaders = true
  /// Whether those of them go with it that may hold secrets of another site.
  package var sendsSecrets = true
  /// Whether a public page has led here, so that private addresses are not for it to reach.
  package var isLedByPublic = false
  /// Whether who runs the program named the address, whoever names the pages.
  package var isTyped = false
  /// How many redirects have led here, which count against the limit.
  package var redirects = 0
  /// After so many bytes of the body, as sent, the rest is left unread; nil where all is wanted.
  package var enough: Int?
  /// The longest time between two pieces of a body, from its first one on; nil for any.
  ///
  /// ``CurlFetcher`` keeps it.
  package var silence: Duration?
  /// The data of the event behind which the rest of an event stream is left unread.
  ///
  /// Nil where all of it is wanted. It has no effect where the content type is another one, or where
  /// an encoding of the content hides the events.
  package var lastEvent: String?
  /// The field of JSON whose text in an event says that all that matters has come, so that it is no
  /// failure where the stream then breaks off, or is silent for too long.
  ///
  /// It has an effect with ``lastEvent`` alone.
  package var endField: String?
  /// What is posted; without it the request is a GET.
  ///
  /// A redirect is then not followed but is the answer, so that what is sent, and the key that it
  /// may be sent with, go nowhere else.
  package var body: [UInt8]?

  /// Makes a request for an address.
  package init(
    address: WebAddress,
    headers: [HeaderField] = [],
    timeout: Duration? = nil,
    body: [UInt8]? = nil
  ) {
    self.address = address
    self.headers = headers
    self.timeout = timeout
    self.body = body
  }
}

/// One line of a request's or an answer's head.
package struct HeaderField: Sendable, Hashable {
  package var name: String
  package var value: String

  /// Makes a field; neither part is checked here.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
