internal import CCurl
internal import Glibc

/// What libcurl calls during a transfer: each call notes or refuses something, and returns.
enum CurlCallbacks {
  /// Installs all callbacks on a transfer's handle; it must outlive its transfers there.
  static func install(for transfer: CurlTransfer) -> [CURLcode] {
    let handle = transfer.handle
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    return [
      ccurl_set_data_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        guard let transfer = CurlTransfer.from(context) else { return 0 }
        return transfer.receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
      },
      ccurl_set_data_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        guard let transfer = CurlTransfer.from(context) else { return 0 }
        return transfer.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
      },
      ccurl_set_socket_function(handle) { context, _, address in
        guard let address, let transfer = CurlTransfer.from(context) else { return CURL_SOCKET_BAD }
        return transfer.openSocket(to: address)
      },
      ccurl_set_request_function(handle) { context, peer, _, peerPort, localPort in
        guard let peer, let transfer = CurlTransfer.from(context),
          transfer.allowsRequest(to: String(cString: peer), Int(peerPort), from: Int(localPort))
        else { return CURL_PREREQFUNC_ABORT }
        return CURL_PREREQFUNC_OK
      },
      ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context),
      ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context),
      ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context),
      ccurl_set_pointer(handle, CURLOPT_PREREQDATA, context),
    ]
  }
}

extension CurlTransfer {
  fileprivate static func from(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Keeps bytes of the body; returns their number, 0 to end the transfer, or the sign for a pause.
  fileprivate func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    // Behind the last event only the end is waited for.
    if hasEnough { return bytes.count }
    if isRedirected { return drop(bytes.count) }
    let maxSize = settings.configuration.maxSize
    let announced = head.contentLength ?? 0
    guard request?.enough != nil || body.count + bytes.count <= maxSize && announced <= maxSize
    else {
      failure = .tooLarge(limit: maxSize, measure: .asSent)
      return bytes.isEmpty ? 1 : 0
    }
    guard gate.admit(bytes.count, of: id, on: connection) else {
      pausedAt = .now
      return Int(CURL_WRITEFUNC_PAUSE)
    }
    // The length is the sender's word: believed where it is exact, and costs little where it lies.
    if body.isEmpty { body.reserveCapacity(min(max(announced, bytes.count), 1 << 20)) }
    body.append(contentsOf: bytes.bindMemory(to: UInt8.self))
    noteBytes(bytes.count)
    guard let enough = request?.enough, body.count >= enough else { return bytes.count }
    hasEnough = true
    return 0
  }

  fileprivate func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
    if hasEnough { return line.count }
    if let objection = head.add(line, isBehindBody: !body.isEmpty) {
      failure = .protocolViolation(host: host, reason: objection)
      return 0
    }
    // Where nobody asked for another protocol, libcurl would wait for its end.
    hasEnough = head.status == 101 && head.isComplete
    return hasEnough ? 0 : line.count
  }

  fileprivate func openSocket(to address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    guard let peer = AddressGuard.Peer(address) else { return CURL_SOCKET_BAD }
    guard allows(peer) else { return CURL_SOCKET_BAD }
    let wanted = address.pointee
    let descriptor = socket(
      wanted.family,
      wanted.socktype | Int32(SOCK_CLOEXEC.rawValue),
      wanted.protocol
    )
    if descriptor < 0 {
      failure = .connect(host: host, reason: String(cString: strerror(errno)))
    }
    return descriptor
  }

  /// Called before every request, also on a connection that is used again.
  fileprivate func allowsRequest(to peer: String, _ port: Int, from localPort: Int) -> Bool {
    guard let address = binaryAddress(peer) else { return false }
    let peer = AddressGuard.Peer(address: address, port: port)
    guard allows(peer) else { return false }
    // A refused or failed address of several is forgotten when another one serves.
    failure = nil
    addressGuard.note(peer)
    connection = TransferGate.Connection(peer: peer, localPort: localPort)
    if id == gate.oldest { gate.oldestConnection = connection }
    return true
  }

  private func allows(_ peer: AddressGuard.Peer) -> Bool {
    guard let objection = addressGuard.objection(to: peer) else {
      return true
    }
    failure = .blockedAddress(address: addressText(peer.address), reason: objection)
    return false
  }
}

extension AddressGuard.Peer {
  /// Reads the address that libcurl is about to connect to; `nil` if it is not one of IP.
  fileprivate init?(_ address: UnsafeMutablePointer<curl_sockaddr>) {
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
    let start = UnsafeRawPointer(address) + offset
    let port = Int(UInt16(bigEndian: start.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
    switch address.pointee.family {
    case AF_INET:
      self.init(address: Array(UnsafeRawBufferPointer(start: start + 4, count: 4)), port: port)
    case AF_INET6:
      self.init(address: Array(UnsafeRawBufferPointer(start: start + 8, count: 16)), port: port)
    default: return nil
    }
  }
}
