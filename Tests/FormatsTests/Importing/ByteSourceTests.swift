import Foundation
import GraphModel
import Testing

@testable import Formats

@Suite("The bytes of a file that is imported")
struct ByteSourceTests {
  private func text(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws -> (
    text: String, source: ByteSource
  ) {
    let source = ByteSource(bytes, file: "f", encoding: encoding)
    var all: [UInt8] = []
    while true {
      let piece = try source.next()
      guard !piece.isEmpty else { break }
      all += piece
    }
    return (try #require(String(validating: all, as: UTF8.self)), source)
  }

  private static let word = "Größe Łódź Москва 🙂"

  private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isLittle ? pair.reversed() : pair
    }
  }

  @Test("Encodings are seen by their marks, by zeros, or by what is no UTF-8")
  func encodings() throws {
    let word = Self.word
    let line = "a;b;c\nd;e;f\n" + word
    let cases: [([UInt8], TextEncoding, String)] = [
      (Array(word.utf8), .utf8, word),
      ([0xEF, 0xBB, 0xBF] + Array(word.utf8), .utf8, word),
      ([0xFF, 0xFE] + utf16(word, isLittle: true), .utf16LittleEndian, word),
      ([0xFE, 0xFF] + utf16(word, isLittle: false), .utf16BigEndian, word),
      (utf16(line, isLittle: true), .utf16LittleEndian, line),
      (utf16(line, isLittle: false), .utf16BigEndian, line),
      ([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x80], .windows1252, "Müller€"),
      ([], .utf8, ""), ([0x41], .utf8, "A"), ([0xEF, 0xBB, 0xBF], .utf8, ""),
    ]
    for (bytes, encoding, expected) in cases {
      let (read, source) = try text(bytes)
      #expect(read == expected)
      #expect(source.encoding == encoding)
    }
  }

  @Test("Central European and Cyrillic letters of one byte each are told from Western ones")
  func letters() throws {
    let cases: [(String, String.Encoding, TextEncoding)] = [
      ("Łucja Przykładowa, wąż, żółw, była, miała", .windowsCP1250, .windows1250),
      ("Иван Примеров, Анна Тестова", .windowsCP1251, .windows1251),
      ("Élève à l'école, cœur, déjà vu, où", .windowsCP1252, .windows1252),
    ]
    for (words, written, expected) in cases {
      let (read, source) = try text(Array(try #require(words.data(using: written))))
      #expect(read == words)
      #expect(source.encoding == expected)
    }
  }

  @Test("An encoding that is named is taken, whatever the bytes look like")
  func forced() throws {
    #expect(try text([0xCC, 0xEE], encoding: .windows1251).text == "Мо")
    #expect(try text([0xC3, 0xA9], encoding: .latin1).text == "Ã©")
    #expect(try text([0xFE, 0xFF, 0, 0x41], encoding: .utf16LittleEndian).text == "A")
    #expect(TextEncoding(word: "Latin1") == .latin1)
    #expect(TextEncoding(word: "UTF8") == .utf8)
    #expect(TextEncoding(word: "klingon") == nil)
  }

  @Test("A single wrong byte in UTF-8 does not make another encoding of it")
  func oneWrongByte() throws {
    let bytes = Array("Größe Łódź ".utf8) + [0xFF] + Array(" Zoë".utf8)
    #expect(try text(bytes).text == "Größe Łódź \u{FFFD} Zoë")
    let source = ByteSource(bytes, file: "f")
    source.keepsInvalidBytes = true
    #expect(try source.next() == bytes)
  }

  @Test("Whatever the bytes are cut into, the text is the same")
  func pieces() throws {
    let samples: [[UInt8]] = [
      Array(Self.word.utf8), [0xFF, 0xFE] + utf16(Self.word, isLittle: true),
      [0x41, 0xFC, 0x42, 0xE9, 0x43, 0x44, 0x45],
    ]
    for sample in samples {
      let whole = try text(sample).text
      for size in 1...5 {
        var decoding = TextDecoding(nil)
        var all: [UInt8] = []
        for start in stride(from: 0, to: sample.count, by: size) {
          all += decoding.decode(
            Array(sample[start..<min(start + size, sample.count)]),
            isLast: false
          )
        }
        all += decoding.decode([], isLast: true)
        #expect(String(decoding: all, as: UTF8.self) == whole, "pieces of \(size)")
      }
    }
  }

  @Test("Gzip is unpacked, several members too, and zeros behind them are nothing")
  func gzip() throws {
    let (first, second) = (try Packed.gzip("eins,"), try Packed.gzip("zwei"))
    let (read, source) = try text(first + second + [0, 0, 0])
    #expect(read == "eins,zwei")
    #expect(source.isPacked)
    #expect(source.readCount == first.count + second.count + 3)
  }

  @Test("Gzip that is cut, changed or a trap is refused with its code")
  func brokenGzip() throws {
    let packed = try Packed.gzip(String(repeating: "a line of text, and another one\n", count: 40))
    var changed = packed
    changed[packed.count - 6] ^= 0xFF
    let bomb = try Packed.gzip(String(repeating: "0", count: 40 << 20))
    for bytes in [Array(packed.dropLast(5)), changed, packed + [0x41, 0x42], bomb, [0x1F, 0x8B]] {
      do {
        _ = try text(bytes)
        Issue.record("\(bytes.count) bytes are taken")
      } catch let error as FormatError {
        #expect(error.diagnostics.map(\.code) == [.badCompression])
        #expect(error.diagnostics.first?.remedy != nil)
      }
    }
  }

  @Test("Any bytes give UTF-8 or a typed error")
  func fuzz() throws {
    let seed: UInt64 = 20_180_131
    var random = SplitMix(seed: seed)
    let packed = try Packed.gzip(Self.word + String(repeating: "row;row\n", count: 50))
    for _ in 0..<400 {
      var bytes = Bool.random(using: &random) ? packed : Array(Self.word.utf8)
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      let encoding = TextEncoding.allCases.randomElement(using: &random)
      do {
        _ = try text(bytes, encoding: Bool.random(using: &random) ? encoding : nil)
      } catch let error as FormatError {
        #expect(error.diagnostics.first?.code == .badCompression, "seed \(seed)")
      }
    }
  }

  @Test("A file that is not there, and a folder, are refused with the reason")
  func missing() {
    for (path, reason) in [("/nowhere/x.csv", "there is no such file"), ("/tmp", "a folder")] {
      do throws(FormatError) {
        _ = try ByteSource(path: path).next()
        Issue.record("\(path) is read")
      } catch {
        #expect(error.diagnostics.first?.message.contains(reason) == true, "\(error)")
      }
    }
  }
}

/// Gives the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
