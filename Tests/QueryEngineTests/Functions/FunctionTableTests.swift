import GraphModel
import QueryEngine
import Testing

@Suite("Functions of values")
struct FunctionTableTests {
  private static func check(_ rows: [(String, String)]) {
    for (expression, expected) in rows {
      do {
        let value = try KitExpression.evaluate(expression)
        #expect(value.text == expected, "\(expression)")
      } catch {
        Issue.record("\(expression): \(error)")
      }
    }
  }

  @Test("of lists")
  func lists() {
    Self.check([
      ("size([1, null])", "2"), ("size('añb')", "3"), ("isEmpty([])", "true"),
      ("isEmpty('a')", "false"), ("isEmpty({})", "true"), ("head([1, 2])", "1"),
      ("head([])", "null"),
      ("last([1, 2])", "2"), ("last([])", "null"), ("tail([1, 2, 3])", "[2, 3]"),
      ("tail([])", "[]"),
      ("reverse([1, 2])", "[2, 1]"), ("reverse('abc')", "cba"), ("range(1, 3)", "[1, 2, 3]"),
      ("range(3, 1, -2)", "[3, 1]"), ("size(null)", "null"),
      ("keys({b: 1, a: null})", "['a', 'b']"),
      ("properties({a: 1})", "{a: 1}"),
    ])
  }

  @Test("of strings")
  func strings() {
    Self.check([
      ("left('hello', 3)", "hel"), ("left('a', 9)", "a"), ("right('hello', 3)", "llo"),
      ("substring('hello', 1)", "ello"), ("substring('hello', 1, 2)", "el"),
      ("substring('hello', 9)", ""), ("replace('hello', 'l', 'w')", "hewwo"),
      ("replace('hello', '', 'w')", "hello"), ("split('a,b;c', ',')", "['a', 'b;c']"),
      ("split('a,b;c', [',', ';'])", "['a', 'b', 'c']"), ("split('abc', '')", "['a', 'b', 'c']"),
      ("split('', ',')", "['']"), ("split(',', ',')", "['', '']"), ("trim('  a ')", "a"),
      ("ltrim('  a ')", "a "), ("rtrim('  a ')", "  a"), ("btrim('xxaxx', 'x')", "a"),
      ("ltrim('xyax', 'xy')", "ax"), ("rtrim('axy', 'xy')", "a"), ("toLower('ÄB')", "äb"),
      ("toUpper('äb')", "ÄB"), ("lower('AB')", "ab"), ("upper('ab')", "AB"),
      ("char_length('añ')", "2"), ("character_length('')", "0"), ("normalize('a')", "a"),
      ("normalize('ﬁ', 'NFKC')", "fi"), ("left(null, 1)", "null"),
    ])
  }

  @Test("of numbers")
  func numbers() {
    Self.check([
      ("abs(-1)", "1"), ("abs(-1.5)", "1.5"), ("ceil(1.1)", "2.0"), ("ceiling(1)", "1.0"),
      ("floor(-1.1)", "-2.0"), ("sign(-3)", "-1"), ("sign(0.0)", "0"), ("sqrt(256)", "16.0"),
      ("exp(0)", "1.0"), ("log(e())", "1.0"), ("log10(1000)", "3.0"), ("pi()", "3.141592653589793"),
      ("sin(0)", "0.0"), ("cos(0)", "1.0"), ("tan(0)", "0.0"), ("asin(1) * 2 = pi()", "true"),
      ("acos(1)", "0.0"), ("atan(0)", "0.0"), ("atan2(0, 1)", "0.0"), ("degrees(pi())", "180.0"),
      ("radians(180) = pi()", "true"), ("haversin(0)", "0.0"), ("cot(atan(1.0)) > 0.99", "true"),
      ("isNaN(0.0 / 0.0)", "true"), ("isNaN(1)", "false"), ("sinh(0)", "0.0"), ("cosh(0)", "1.0"),
      ("tanh(0)", "0.0"), ("isNaN(coth(0))", "false"), ("rand() < 1", "true"),
      ("rand() >= 0", "true"), ("size(randomUUID())", "36"), ("sqrt(-1.0)", "NaN"),
    ])
  }

  @Test("that round")
  func rounding() {
    Self.check([
      ("round(3.14)", "3.0"), ("round(1.5)", "2.0"), ("round(-1.5)", "-1.0"), ("round(2.5)", "3.0"),
      ("round(0.49999999999999994)", "0.0"), ("round(3.1415, 3)", "3.142"),
      ("round(-1.55, 1)", "-1.6"), ("round(2.675, 2)", "2.68"), ("round(7, 2)", "7.0"),
      ("round(1.249, 1, 'UP')", "1.3"), ("round(1.251, 1, 'DOWN')", "1.2"),
      ("round(-1.251, 1, 'CEILING')", "-1.2"), ("round(-1.251, 1, 'FLOOR')", "-1.3"),
      ("round(1.25, 1, 'HALF_UP')", "1.3"), ("round(1.25, 1, 'HALF_DOWN')", "1.2"),
      ("round(1.25, 1, 'HALF_EVEN')", "1.2"), ("round(1.35, 1, 'HALF_EVEN')", "1.4"),
      ("round(0.0 / 0.0, 2)", "NaN"), ("round(12345678901234567890.0, 2)", "1.2345678901234567E19"),
    ])
  }

  @Test("that convert")
  func conversions() {
    Self.check([
      ("toInteger('42')", "42"), ("toInteger(' -1.9 ')", "-1"), ("toInteger('foo')", "null"),
      ("toInteger('0x10')", "null"), ("toInteger(true)", "1"), ("toInteger(2.9)", "2"),
      ("toFloat('1e3')", "1000.0"), ("toFloat(1)", "1.0"), ("toFloat('nan')", "null"),
      ("toFloat('NaN')", "NaN"), ("toBoolean(' TRUE ')", "true"), ("toBoolean('no')", "null"),
      ("toBoolean(0)", "false"), ("toString(1.0)", "1.0"),
      ("toString(date('2018-01-30'))", "2018-01-30"),
      ("toString(duration('P1D'))", "P1D"), ("toIntegerOrNull([])", "null"),
      ("toFloatOrNull(true)", "null"), ("toBooleanOrNull(1.5)", "null"),
      ("toStringOrNull([])", "null"), ("toIntegerList(['1', [], 2.5])", "[1, null, 2]"),
      ("toFloatList([1, 'x'])", "[1.0, null]"), ("toBooleanList(['true', 1.5])", "[true, null]"),
      ("toStringList([1, null, {}])", "['1', null, null]"),
    ])
  }

  @Test("of any type")
  func anyType() {
    Self.check([
      ("coalesce(null, 1, 2)", "1"), ("coalesce(null)", "null"), ("nullIf(1, 1.0)", "null"),
      ("nullIf(1, null)", "1"), ("valueType(1)", "INTEGER NOT NULL"), ("valueType(null)", "NULL"),
      ("valueType([1, 'a', null])", "LIST<INTEGER NOT NULL | NULL | STRING NOT NULL> NOT NULL"),
      ("valueType([])", "LIST<NOTHING> NOT NULL"), ("exists(null)", "false"),
      ("timestamp()", "1517315460000"),
    ])
  }

  @Test("of points")
  func points() {
    Self.check([
      ("point({x: 1, y: 2}).crs", "cartesian"), ("point({x: 1, y: 2, z: 3}).srid", "9157"),
      ("point({longitude: 1, latitude: 2}).latitude", "2.0"),
      ("point({x: 1, y: 2, crs: 'wgs-84'}).longitude", "1.0"),
      ("point({latitude: 1, longitude: 2, height: 3}).height", "3.0"),
      ("point({x: 1, y: 2, srid: 4326}).crs", "wgs-84"), ("point({x: null, y: 2})", "null"),
      ("point({x: 1, y: 2}).z", "null"),
      ("point.distance(point({x: 0, y: 0}), point({x: 3, y: 4}))", "5.0"),
      ("distance(point({x: 0, y: 0, z: 0}), point({x: 2, y: 3, z: 6}))", "7.0"),
      ("point.distance(point({x: 0, y: 0}), point({longitude: 3, latitude: 4}))", "null"),
      (
        "round(distance(point({latitude: 55.7, longitude: 12.56}), "
          + "point({latitude: 55.6, longitude: 12.99})))", "29213.0"
      ),
      ("point.withinBBox(point({x: 1, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2}))", "true"),
      ("point.withinBBox(point({x: 3, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2}))", "false"),
      (
        "point.withinBBox(point({longitude: 179, latitude: 1}), point({longitude: 170, latitude: 0}), "
          + "point({longitude: -170, latitude: 2}))", "true"
      ),
    ])
  }

  @Test("that make days and times")
  func temporal() {
    Self.check([
      ("date()", "2018-01-30"), ("time()", "12:31Z"), ("localtime()", "12:31"),
      ("localdatetime()", "2018-01-30T12:31"), ("datetime()", "2018-01-30T12:31Z"),
      ("date.transaction()", "2018-01-30"), ("time.statement()", "12:31Z"),
      ("datetime.realtime('Europe/Stockholm')", "2018-01-30T13:31+01:00[Europe/Stockholm]"),
      ("datetime({timezone: '+02:00'})", "2018-01-30T14:31+02:00"),
      ("datetime.fromEpoch(1, -1)", "1970-01-01T00:00:00.999999999Z"),
      ("datetime.fromEpochMillis(-1)", "1969-12-31T23:59:59.999Z"),
      ("datetime({epochSeconds: 10, nanosecond: 5})", "1970-01-01T00:00:10.000000005Z"),
      ("localdatetime({epochMillis: 1500})", "1970-01-01T00:00:01.5"),
      ("date.truncate('month')", "2018-01-01"), ("date(null)", "null"), ("duration(null)", "null"),
      ("date.truncate('week', null)", "null"),
      ("time.truncate('hour', time('12:31+01:00'))", "12:00+01:00"),
      ("duration.inMonths(date('2018-01-31'), date('2018-03-30'))", "P1M"),
      ("duration({months: 0.75})", "P22DT19H51M49.5S"), ("duration({weeks: 2.5})", "P17DT12H"),
      ("duration('P0.75M')", "P22DT19H51M49.5S"), ("duration('PT0.75M')", "PT45S"),
      ("duration('P5M1.5D')", "P5M1DT12H"), ("duration('P2.5W')", "P17DT12H"),
      ("duration('P2012-02-02T14:37:21.545')", "P2012Y2M2DT14H37M21.545S"),
      ("duration('-P1DT1S')", "P-1DT-1S"),
    ])
  }
}
