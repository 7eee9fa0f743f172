//! From longitude and latitude to a plane on which areas keep their proportions.

/// Lambert's azimuthal equal-area projection about a centre, on a sphere of radius one (J. P. Snyder, Map
/// Projections: A Working Manual, USGS Professional Paper 1395, 1987, equations 24-2 to 24-4).
pub struct Projection {
    /// Radians.
    longitude: f64,
    latitude: f64,
}

impl Projection {
    /// A plane about the middle of the points' bounding box; points are (longitude, latitude) in degrees.
    pub fn around<'p>(points: impl Iterator<Item = &'p (f64, f64)>) -> Self {
        let start = (f64::INFINITY, f64::NEG_INFINITY);
        let (x, y) = points
            .fold((start, start), |(x, y), p| ((x.0.min(p.0), x.1.max(p.0)), (y.0.min(p.1), y.1.max(p.1))));
        let middle = |(low, high): (f64, f64)| if low <= high { (low + high) / 2.0 } else { 0.0 };
        Self { longitude: middle(x).to_radians(), latitude: middle(y).to_radians() }
    }

    /// East and north of the centre, in radii of the sphere.
    pub fn project(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        let (east, north) = (longitude.to_radians() - self.longitude, latitude.to_radians());
        let (sin, cos) = libm::sincos(self.latitude);
        let (north_sin, north_cos) = libm::sincos(north);
        let (east_sin, east_cos) = libm::sincos(east);
        let along = sin * north_sin + cos * north_cos * east_cos;
        let k = (2.0 / (1.0 + along).max(f64::EPSILON)).sqrt();
        (k * north_cos * east_sin, k * (cos * north_sin - sin * north_cos * east_cos))
    }
}

#[cfg(test)]
mod tests {
    use super::Projection;

    /// Area of a spherical rectangle on a sphere of radius one.
    fn area(west: f64, east: f64, south: f64, north: f64) -> f64 {
        (east - west).to_radians() * (libm::sin(north.to_radians()) - libm::sin(south.to_radians()))
    }

    #[test]
    fn areas_keep_their_proportions() {
        let corners = [(70.0, 42.0), (73.0, 42.0), (73.0, 44.0), (70.0, 44.0)];
        let plane = Projection::around(corners.iter());
        let shoelace = |west: f64, east: f64, south: f64, north: f64| {
            // Many steps, as a parallel is curved on the plane.
            let n = 200;
            let step = |i: i32| f64::from(i) / f64::from(n);
            let mut ring: Vec<(f64, f64)> = Vec::new();
            ring.extend((0..n).map(|i| (west + (east - west) * step(i), south)));
            ring.extend((0..n).map(|i| (east, south + (north - south) * step(i))));
            ring.extend((0..n).map(|i| (east - (east - west) * step(i), north)));
            ring.extend((0..n).map(|i| (west, north - (north - south) * step(i))));
            let points: Vec<(f64, f64)> = ring.into_iter().map(|p| plane.project(p)).collect();
            let next = points.iter().cycle().skip(1);
            points.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
        };
        for (west, east, south, north) in [(70.0, 71.0, 42.0, 43.0), (72.0, 73.0, 43.0, 44.0)] {
            let (drawn, true_area) = (shoelace(west, east, south, north), area(west, east, south, north));
            assert!((drawn / true_area - 1.0).abs() < 1e-4, "{drawn} {true_area}");
        }
        let (x, y) = plane.project((71.5, 43.0));
        assert!(x.abs() < 1e-12 && y.abs() < 1e-12, "the centre is the origin");
    }
}
