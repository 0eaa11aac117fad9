import Fetching
import Testing

@testable import Summarisation

struct ChatEndpointTests {
  @Test(arguments: [
    ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
    ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
    ("https://API.example.org//", "https://api.example.org/chat/completions"),
    ("https://example.org", "https://example.org/chat/completions"),
    ("http://h/v1/chat/completions", "http://h/v1/chat/completions"),
    ("https://h/d/m?api-version=1", "https://h/d/m/chat/completions?api-version=1"),
    (" http://[::1]:80/v1\n", "http://[::1]/v1/chat/completions"),
    ("http://h/plan/k/5,1/2/v1", "http://h/plan/k/5,1/2/v1/chat/completions"),
  ])
  func `adds the call to the base`(base: String, address: String) throws {
    let endpoint = try ChatEndpoint(baseURL: base, model: "m", key: nil)
    #expect(endpoint.address.description == address)
  }

  @Test func `names itself without query and slashes`() throws {
    let endpoint = try ChatEndpoint(baseURL: "https://h:8/v1//?key=secret", model: "m", key: nil)
    #expect(endpoint.name == "https://h:8/v1")
  }

  @Test(arguments: [
    "", "localhost:11434/v1", "ftp://user:secret@h/v1", "file:///etc/passwd", "http://",
    "http://user:secret@h/v1", "http://h:99999/v1", "http://h\0/v1",
  ])
  func `refuses what is no base`(base: String) throws {
    let error = #expect(throws: ChatError.self) {
      try ChatEndpoint(baseURL: base, model: "m", key: nil)
    }
    guard case .invalidEndpoint = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.message.contains("secret") == false)
    #expect(error?.message.hasPrefix("the model cannot be asked: the base URL ") == true)
  }

  @Test func `refuses a model without a name`() {
    #expect(throws: ChatError.invalidEndpoint(reason: "no model is named (--model)")) {
      try ChatEndpoint(baseURL: "http://h", model: "", key: nil)
    }
  }

  @Test(arguments: [(nil, nil), ("", nil), (" \n", nil), ("sk-1\n", "Bearer sk-1")])
  func `sends a key where there is one`(key: String?, header: String?) throws {
    let endpoint = try ChatEndpoint(baseURL: "http://h", model: "m", key: key)
    let field = endpoint.headers.first { $0.name == "Authorization" }
    #expect(field?.value == header)
  }

  @Test(arguments: ["sk\n1", "schlüssel", "a b", "a\u{7F}"])
  func `refuses a key that no header can hold`(key: String) {
    let error = #expect(throws: ChatError.self) {
      try ChatEndpoint(baseURL: "http://h", model: "m", key: key)
    }
    #expect(error?.message.contains(key) == false)
  }

  @Test func `never shows its key`() throws {
    let endpoint = try ChatEndpoint(baseURL: "http://h", model: "m", key: "sk-secret-471")
    let client = ChatClient(endpoint, fetcher: StubModel(""))
    var dumped = ""
    dump(client, to: &dumped)
    for text in [
      "\(endpoint)", String(reflecting: endpoint), "\(client)", String(reflecting: client), dumped,
    ] {
      #expect(!text.contains("sk-secret-471"))
    }
  }
}
