import Foundation
import GraphModel

/// Functions of points.
enum SpatialFunctions {
  /// The mean radius of the Earth that Cypher counts with, in metres.
  private static let earthRadius = 6_378_140.0

  static let entries: [FunctionEntry] = [
    FunctionEntry("point", [.init("coordinates", .map)], gives: .point, evaluate: point),
    FunctionEntry(
      "point.distance",
      [.init("from", .point), .init("to", .point)],
      gives: .float,
      evaluate: distance
    ),
    FunctionEntry(
      "distance",
      [.init("from", .point), .init("to", .point)],
      gives: .float,
      evaluate: distance
    ),
    FunctionEntry(
      "point.withinBBox",
      [.init("point", .point), .init("lowerLeft", .point), .init("upperRight", .point)],
      gives: .boolean,
      evaluate: isWithinBox
    ),
  ]

  private static func point(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    guard case .map(let map) = arguments[0] else {
      throw .argument(arguments[0], of: "point", wanted: "a map")
    }
    if map.values.contains(where: \.isNull) { return .null }
    let isGeographic = map["longitude"] != nil || map["latitude"] != nil
    guard let x = try coordinate(map, ["x", "longitude"]),
      let y = try coordinate(map, ["y", "latitude"])
    else {
      throw .argument(
        arguments[0],
        of: "point",
        wanted: "a map with x and y, or longitude and latitude"
      )
    }
    let z = try coordinate(map, ["z", "height"])
    let system = try system(map, isGeographic: isGeographic, hasHeight: z != nil)
    guard let point = Point(system: system, x: x, y: y, z: z) else {
      throw .argument(
        arguments[0],
        of: "point",
        wanted: "\(system.dimensions) coordinates for \(system.rawValue)"
      )
    }
    return .point(point)
  }

  private static func coordinate(_ map: Properties, _ names: [String]) throws(QueryError)
    -> Double?
  {
    for name in names {
      if let value = map[name] { return try value.number(for: "point") }
    }
    return nil
  }

  private static func system(_ map: Properties, isGeographic: Bool, hasHeight: Bool)
    throws(QueryError) -> Point.System
  {
    if let value = map["crs"] {
      let name = try value.string(for: "point").lowercased()
      if let system = Point.System(rawValue: name) { return system }
      throw .argument(
        value,
        of: "point",
        wanted: Point.System.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      )
    }
    if let value = map["srid"] {
      let number = try value.integer(for: "point")
      if let system = Point.System.allCases.first(where: { $0.srid == number }) { return system }
      throw .argument(
        value,
        of: "point",
        wanted: Point.System.allCases.map { "\($0.srid)" }.joined(separator: ", ")
      )
    }
    if isGeographic { return hasHeight ? .wgs84Spatial : .wgs84 }
    return hasHeight ? .cartesianSpatial : .cartesian
  }

  private static func points(_ arguments: [Value], _ function: String) throws(QueryError)
    -> [Point]?
  {
    var points: [Point] = []
    for argument in arguments {
      guard case .point(let point) = argument else {
        throw .argument(argument, of: function, wanted: "points")
      }
      points.append(point)
    }
    return points.allSatisfy { $0.system == points[0].system } ? points : nil
  }

  private static func distance(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    guard let points = try points(arguments, "point.distance") else { return .null }
    let (one, other) = (points[0], points[1])
    guard one.system.isGeographic else {
      let squares = zip(one.coordinates, other.coordinates).map { ($0 - $1) * ($0 - $1) }
      return .float(squares.reduce(0, +).squareRoot())
    }
    let height = ((one.z ?? 0) + (other.z ?? 0)) / 2
    let ground = arc(one, other) * (earthRadius + height)
    let climb = (one.z ?? 0) - (other.z ?? 0)
    return .float((ground * ground + climb * climb).squareRoot())
  }

  /// The angle between two points by the haversine formula.
  private static func arc(_ one: Point, _ other: Point) -> Double {
    let (first, second) = (one.y * .pi / 180, other.y * .pi / 180)
    let latitude = sin((second - first) / 2)
    let longitude = sin((other.x - one.x) * .pi / 360)
    let square = latitude * latitude + cos(first) * cos(second) * longitude * longitude
    return 2 * atan2(square.squareRoot(), max(0, 1 - square).squareRoot())
  }

  private static func isWithinBox(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    guard let points = try points(arguments, "point.withinBBox") else { return .null }
    let (point, lower, upper) = (points[0], points[1], points[2])
    for index in point.coordinates.indices {
      let (low, high) = (lower.coordinates[index], upper.coordinates[index])
      let number = point.coordinates[index]
      // A box of longitudes may lie across the date line.
      let isInside =
        index == 0 && point.system.isGeographic && low > high
        ? number >= low || number <= high : number >= low && number <= high
      guard isInside else { return .boolean(false) }
    }
    return .boolean(true)
  }
}
