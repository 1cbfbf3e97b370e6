/// Holds a place in one of four systems of coordinates.
public struct Point: Hashable, Sendable {
  /// Lists the systems of coordinates.
  public enum System: String, CaseIterable, Hashable, Sendable {
    /// Longitude and latitude in degrees.
    case wgs84 = "wgs-84"
    /// Longitude and latitude in degrees, and height in metres.
    case wgs84Spatial = "wgs-84-3d"
    /// Two lengths.
    case cartesian
    /// Three lengths.
    case cartesianSpatial = "cartesian-3d"

    /// The number of the system in the registries of EPSG and of spatialreference.org.
    public var srid: Int64 {
      switch self {
      case .wgs84: 4326
      case .wgs84Spatial: 4979
      case .cartesian: 7203
      case .cartesianSpatial: 9157
      }
    }

    /// Whether coordinates are degrees on the globe.
    public var isGeographic: Bool { self == .wgs84 || self == .wgs84Spatial }

    /// How many coordinates a point has.
    public var dimensions: Int { self == .wgs84 || self == .cartesian ? 2 : 3 }
  }

  /// What the coordinates mean.
  public let system: System
  /// The first coordinate, or the longitude.
  public let x: Double
  /// The second coordinate, or the latitude.
  public let y: Double
  /// The third coordinate, or the height.
  public let z: Double?

  /// Makes a point, or nothing if the number of coordinates does not fit the system or a latitude
  /// is beyond a pole.
  public init?(system: System, x: Double, y: Double, z: Double? = nil) {
    guard (z == nil) == (system.dimensions == 2) else { return nil }
    if system.isGeographic, !(-90...90).contains(y) { return nil }
    self.system = system
    self.x = x
    self.y = y
    self.z = z
  }

  /// The coordinates in order.
  public var coordinates: [Double] { z.map { [x, y, $0] } ?? [x, y] }
}

extension Point: CustomStringConvertible {
  /// The point as `point({x: 1.0, y: 2.0, crs: 'cartesian'})`.
  public var description: String {
    let height = z.map { ", \(system.isGeographic ? "height" : "z"): \(FloatText.text($0))" } ?? ""
    let names = system.isGeographic ? ("longitude", "latitude") : ("x", "y")
    return "point({\(names.0): \(FloatText.text(x)), \(names.1): \(FloatText.text(y))\(height), "
      + "crs: '\(system.rawValue)'})"
  }
}
