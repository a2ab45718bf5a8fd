//! The format of a page.

use exchange::export::TrimSize;

/// The format of a page, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageFormat {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// The margin where pages are bound, and the one opposite of it.
    pub(crate) inner: f32,
    pub(crate) outer: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
    /// The size of the type, and from one line to the next.
    pub(crate) type_size: f32,
    pub(crate) leading: f32,
}

impl PageFormat {
    /// Those of a trim size: about 60 to 75 letters stand in a line.
    pub(crate) const fn of(size: TrimSize) -> Self {
        let (width, height) = size.points();
        let (type_size, leading, inner, outer, top, bottom) = match size {
            TrimSize::FiveByEight => (10.0, 13.2, 52.0, 40.0, 54.0, 58.0),
            TrimSize::Digest => (10.5, 14.0, 56.0, 44.0, 58.0, 62.0),
            TrimSize::SixByNine => (11.0, 14.6, 60.0, 48.0, 62.0, 68.0),
            TrimSize::A5 => (10.5, 14.0, 58.0, 46.0, 58.0, 62.0),
            TrimSize::A4 => (12.0, 17.0, 104.0, 88.0, 96.0, 104.0),
        };
        Self {
            width,
            height,
            inner,
            outer,
            top,
            bottom,
            type_size,
            leading,
        }
    }

    /// How wide a line is.
    pub(crate) fn text_width(&self) -> f32 {
        self.width - self.inner - self.outer
    }

    /// How many lines stand on a page.
    pub(crate) fn rows(&self) -> usize {
        let rows = (self.height - self.top - self.bottom) / self.leading;
        // Never so few that nothing fits; the cast of a small positive number loses nothing but its fraction.
        (rows as usize).max(8)
    }
}
