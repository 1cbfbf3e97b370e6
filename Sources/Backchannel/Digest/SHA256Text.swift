import Crypto
import Foundation

/// Returns the SHA-256 of bytes as 64 lower-case hexadecimal digits.
func sha256(_ bytes: some DataProtocol) -> String {
  SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
