//! The icons: one stroke width, one grid, decoration beside words.

use leptos::prelude::*;

/// An icon of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Books on a shelf.
    Library,
    /// A title page.
    Story,
    /// A nib.
    Write,
    /// A globe.
    World,
    /// A list with bullets.
    Outline,
    /// A stack.
    Queue,
    /// Sliders.
    Settings,
    /// A plus.
    Plus,
    /// A cross.
    Close,
    /// Lines of a list.
    List,
    /// A slip of paper.
    Notes,
    /// Opens upwards.
    Up,
    /// Jumps to the end.
    Down,
    /// Turned-back clock.
    History,
    /// A tick in a ring.
    Finished,
    /// A ring with a gap.
    Unfinished,
    /// Three dots: there is more.
    More,
    /// Dots to hold something by.
    Grip,
    /// An arrow in a circle.
    Regenerate,
    /// A magnifier.
    Search,
    /// A prompt.
    GoTo,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Library => "M4 3.5v13M8 3.5v13M4 3.5h4M4 16.5h4M11 4.2l3.6-.9 2.6 12.4-3.6.9z",
            Self::Story => "M4.5 3h8l3 3v11h-11zM12 3v3.5h3.5M7.5 10h5M7.5 13h5",
            Self::Write => {
                "M15.5 3.5l1 1a1.4 1.4 0 0 1 0 2L7 16l-3.5.5L4 13l9.5-9.5a1.4 1.4 0 0 1 2 0zM12 5l3 3"
            }
            Self::World => {
                "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M3 10h14M10 3c2.4 2 3 4.4 3 7s-.6 5-3 7c-2.4-2-3-4.4-3-7s.6-5 3-7"
            }
            Self::Outline => "M4 5h.01M4 10h.01M4 15h.01M7.5 5H16M7.5 10H16M7.5 15H16",
            Self::Queue => "M3.5 6.5L10 3.5l6.5 3L10 9.5zM3.5 10l6.5 3l6.5-3M3.5 13.5l6.5 3l6.5-3",
            Self::Settings => "M4 6h5M13 6h3M11 4v4M4 14h3M11 14h5M9 12v4",
            Self::Plus => "M10 4.5v11M4.5 10h11",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::List => "M4 5.5h12M4 10h12M4 14.5h8",
            Self::Notes => "M4 4h12v8l-4 4H4zM12 16v-4h4M7 7.5h6M7 10.5h3",
            Self::Up => "M5 12.5l5-5l5 5",
            Self::Down => "M10 4v11M5.5 10.5L10 15l4.5-4.5",
            Self::Finished => "M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M7 10.2l2.2 2.2l4-4.6",
            Self::Unfinished => "M10 3.5a6.5 6.5 0 1 1-6.5 6.5M3.9 7.6a6.5 6.5 0 0 1 3-3.3",
            Self::More => "M5 10h.01M10 10h.01M15 10h.01",
            Self::Grip => "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
            Self::History => "M4 10a6 6 0 1 0 2-4.5L4 7M4 3.5V7h3.5M10 7v3.5l2.5 1.5",
            Self::Search => "M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M13 13l3.5 3.5",
            Self::GoTo => "M4 5.5L8.5 10L4 14.5M10.5 14.5H16",
            Self::Regenerate => "M4.5 10a5.5 5.5 0 1 1 1.6 3.9M4.5 14.5v-4h4",
        }
    }

    /// The icon as a picture that screen readers pass over.
    pub fn view(self) -> AnyView {
        view! {
            <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d=self.path()></path>
            </svg>
        }
        .into_any()
    }
}
