internal import CCurl

/// One easy handle and the page that it is fetching; used again and again, only on its own thread.
final class CurlTransfer {
  typealias Continuation = CheckedContinuation<Result<Page, FetchError>, Never>

  let handle: UnsafeMutableRawPointer
  let settings: TransferSettings
  let gate: TransferGate
  private let headers: HeaderList
  private let resolve: HeaderList
  let errorText: UnsafeMutablePointer<CChar>
  private var ownHeaders: HeaderList?
  private var credentials: WebAddress.Credentials?
  private var proxy: String?
  private(set) var hasBody = false

  private(set) var id = 0
  private(set) var request: FetchRequest?
  private(set) var deadline = ContinuousClock.now
  /// Until when more of the body has to come; nil where it may take its time.
  var silentUntil: ContinuousClock.Instant?
  var watch: LastEventWatch?
  private var continuation: Continuation?
  var pausedAt: ContinuousClock.Instant?
  var head = ResponseHead()
  var body: [UInt8] = []
  /// Whether the rest of the answer is not wanted, so that the transfer ends here.
  var hasEnough = false
  /// Whether all that matters has come, so that it is no failure where the rest does not.
  var isComplete = false
  var addressGuard: AddressGuard
  var chain: RedirectChain?
  var connection: TransferGate.Connection?
  /// The redirect that led to the address which is asked now.
  var lastAnswer: UnfinishedAnswer?
  /// Whether the request was sent again because only a kept connection had gone.
  var isRepeated = false
  /// What a callback found wrong; it explains libcurl's error, which only says that one did.
  var failure: FetchError?

  /// Sets up an easy handle, once for all its transfers.
  init(settings: TransferSettings, gate: TransferGate) throws(FetchError) {
    guard let handle = curl_easy_init() else {
      throw .invalidConfiguration(reason: "out of memory for a transfer")
    }
    self.handle = handle
    self.settings = settings
    self.gate = gate
    let configuration = settings.configuration
    headers = HeaderList(try HeaderList.lines(of: [settings.headers, configuration.headers]))
    resolve = HeaderList(configuration.resolve)
    addressGuard = AddressGuard(policy: configuration.addressPolicy)
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try setUp()
  }

  deinit {
    curl_easy_cleanup(handle)
    errorText.deallocate()
  }

  /// Makes the handle ready for a request; `finish` resumes the continuation, exactly once.
  func prepare(
    _ request: FetchRequest,
    id: Int,
    continuation: Continuation? = nil
  ) throws(FetchError) {
    try setBody(request.body)
    // Cookies live for one fetch: they get past walls that set one and redirect, and tell no more.
    ccurl_set_string(handle, CURLOPT_COOKIELIST, "ALL")
    ccurl_set_identifier(handle, id)
    self.id = id
    self.request = request
    // libcurl has its copy, and an idle handle is to keep none.
    self.request?.body = nil
    self.continuation = continuation
    deadline = .now + (request.timeout ?? settings.configuration.timeout)
    chain = RedirectChain(
      from: request.address,
      count: request.redirects,
      limit: settings.configuration.maxRedirects
    )
    addressGuard = AddressGuard(
      policy: settings.configuration.addressPolicy,
      isLedByPublic: request.isLedByPublic,
      isTyped: request.isTyped
    )
    try prepareRequest()
  }

  /// Makes the handle ready for the address that the fetch has come to, or throws
  /// `.blockedAddress`.
  func prepareRequest() throws(FetchError) {
    guard let request, let chain else { return }
    let (address, proxy) = (chain.address, settings.routes.proxy(for: chain.address))
    let objection = addressGuard.begin(address.host, throughProxy: !proxy.isEmpty)
    if let objection { throw .blockedAddress(address: address.host, reason: objection) }
    try setHeaders(of: request, isTrusted: chain.isTrusted)
    if address.credentials != credentials {
      ccurl_set_string(handle, CURLOPT_USERNAME, address.credentials?.user)
      ccurl_set_string(handle, CURLOPT_PASSWORD, address.credentials?.password)
      credentials = address.credentials
    }
    if proxy != self.proxy { ccurl_set_string(handle, CURLOPT_PROXY, proxy) }
    self.proxy = proxy
    ccurl_set_string(handle, CURLOPT_URL, address.description)
    errorText[0] = 0
  }

  /// Ends the fetch: the bytes, the result and the reader go, the handle stays for the next one.
  @discardableResult
  func finish(_ code: CURLcode) -> Result<Page, FetchError> {
    let result: Result<Page, FetchError>
    if hasPage(code), let page = page() {
      result = .success(page)
    } else {
      gate.budget.giveBack(body.count)
      result = .failure(interrupted(by: failure(for: code, text: String(cString: errorText))))
    }
    let continuation = continuation
    clear()
    continuation?.resume(returning: result)
    return result
  }

  /// Goes on after a pause, whose time the fetch gets back.
  func goOn() {
    if let pausedAt {
      let pause = ContinuousClock.now - pausedAt
      deadline += pause
      silentUntil? += pause
    }
    pausedAt = nil
    ccurl_resume(handle)
  }

  private func clear() {
    clearBody()
    continuation = nil
    failure = nil
    lastAnswer = nil
    isRepeated = false
    forgetAnswer()
  }

  /// Makes room for the next answer.
  func forgetAnswer() {
    (pausedAt, silentUntil, watch) = (nil, nil, nil)
    head.removeAll()
    body = []
    (hasEnough, isComplete) = (false, false)
    connection = nil
  }

  private func page() -> Page? {
    let bytes = body
    body = []
    return page(PageBody(bytes: bytes, countedBy: gate.budget))
  }

  /// The answer that has come, with a body of its own or without one.
  func page(_ body: PageBody) -> Page? {
    guard let chain, let status = head.status else { return nil }
    let connections = chain.connections + ccurl_get_long(handle, CURLINFO_NUM_CONNECTS)
    var page = Page(
      address: chain.address,
      status: status,
      headers: head.fields,
      body: body,
      isConnectionReused: connections == 0,
      redirects: chain.count,
      isPublic: addressGuard.hasBeenPublic,
      timings: chain.timings.adding(timings)
    )
    page.isCut = hasEnough
    return page
  }

  /// What the request took that is over.
  var timings: PageTimings {
    let time = { (info: CURLINFO) in
      Duration.microseconds(ccurl_get_offset(self.handle, info))
    }
    var timings = PageTimings()
    timings.nameLookup = time(CURLINFO_NAMELOOKUP_TIME_T)
    timings.connect = time(CURLINFO_CONNECT_TIME_T)
    timings.tls = time(CURLINFO_APPCONNECT_TIME_T)
    timings.firstByte = time(CURLINFO_STARTTRANSFER_TIME_T)
    timings.total = time(CURLINFO_TOTAL_TIME_T)
    return timings
  }

  private func setHeaders(
    of request: FetchRequest,
    isTrusted: Bool
  ) throws(FetchError) {
    let sendsAll = request.sendsConfiguredHeaders && request.sendsSecrets && isTrusted
    if request.headers.isEmpty, sendsAll, !hasBody {
      if ownHeaders != nil { set(CURLOPT_HTTPHEADER, headers) }
      ownHeaders = nil
      return
    }
    let configured = request.sendsConfiguredHeaders ? settings.configuration.headers : []
    let layers = [
      settings.headers, sendsAll ? configured : configured.filter(\.isForEverySite),
      hasBody ? Self.bodyHeaders : [], isTrusted ? request.headers : [],
    ]
    let list = HeaderList(try HeaderList.lines(of: layers))
    set(CURLOPT_HTTPHEADER, list)
    ownHeaders = list
  }

  private func set(_ option: CURLoption, _ list: HeaderList) {
    ccurl_set_list(handle, option, list.head)
  }
}

extension CurlTransfer {
  /// Neither the wait for a "100 Continue" that hardly a server sends, nor a type of libcurl's own.
  private static let bodyHeaders = [
    HeaderField(name: "Expect", value: ""), HeaderField(name: "Content-Type", value: ""),
  ]

  private func setBody(_ body: [UInt8]?) throws(FetchError) {
    clearBody()
    guard let body else { return }
    hasBody = true
    let code = body.withUnsafeBytes {
      ccurl_set_body(handle, $0.baseAddress, Int64($0.count))
    }
    guard code == CURLE_OK else {
      throw .invalidConfiguration(reason: "out of memory for what is to be posted")
    }
  }

  /// Makes the handle one for GET again, and frees the bytes.
  private func clearBody() {
    guard hasBody else { return }
    hasBody = false
    ccurl_clear_body(handle)
  }
}

extension CurlTransfer {
  /// Sets what stays the same for all transfers of this handle.
  private func setUp() throws(FetchError) {
    let configuration = settings.configuration
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
      // Not every system's OpenSSL refuses what is older (RFC 8996).
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)), (CURLOPT_HTTP09_ALLOWED, 0),
      (CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.wholeMilliseconds),
      // Else a dead name server freezes all transfers when one of its waiters is removed.
      (CURLOPT_QUICK_EXIT, 1),
      (CURLOPT_BUFFERSIZE, configuration.bufferSize),
    ]
    var codes = numbers.map { ccurl_set_long(handle, $0, $1) }
    let texts: [(CURLoption, String)] = [
      (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_COOKIEFILE, ""),
      // Which requests go through the proxy is decided by ProxyRoutes.
      (CURLOPT_NOPROXY, ""),
    ]
    codes += texts.map { ccurl_set_string(handle, $0, $1) }
    // With a folder of certificates libcurl reads them all again for every connection: 30 ms.
    codes.append(ccurl_set_string(handle, CURLOPT_CAPATH, nil))
    if let file = configuration.certificateFile {
      codes.append(ccurl_set_string(handle, CURLOPT_CAINFO, file))
    }
    codes += [
      ccurl_set_list(handle, CURLOPT_HTTPHEADER, headers.head),
      ccurl_set_list(handle, CURLOPT_RESOLVE, resolve.head),
      ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText),
    ]
    codes += CurlCallbacks.install(for: self)
    guard codes.allSatisfy({ $0 == CURLE_OK }) else {
      throw .invalidConfiguration(reason: "libcurl is too old or refuses an option")
    }
  }
}
