//! Server-sent events out of the bytes of a live stream, however they are cut.

use domain::EventFrame;

/// A line that is longer is no event of a studio.
const LONGEST_LINE: usize = 64 * 1024 * 1024;

/// What is read so far of the next event.
#[derive(Debug, Default)]
pub(crate) struct EventReader {
    /// The line under way.
    line: Vec<u8>,
    /// The last byte was a carriage return: a line feed that follows ends no line of its own.
    after_return: bool,
    id: Option<i64>,
    name: String,
    data: Option<String>,
}

impl EventReader {
    /// Reads more bytes; answers the events that they complete. Without a number, as that of a heartbeat, an event
    /// changes nothing for a reader and is left out.
    pub(crate) fn read(&mut self, bytes: &[u8]) -> Vec<EventFrame> {
        let mut frames = Vec::new();
        for &byte in bytes {
            let follows_return = std::mem::replace(&mut self.after_return, byte == b'\r');
            match byte {
                b'\n' if follows_return => {}
                b'\n' | b'\r' => frames.extend(self.end_line()),
                _ if self.line.len() < LONGEST_LINE => self.line.push(byte),
                _ => {}
            }
        }
        frames
    }

    fn end_line(&mut self) -> Option<EventFrame> {
        let line = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_start_matches('\u{feff}');
        if line.is_empty() {
            return self.end_event();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "id" => self.id = value.parse().ok(),
            "event" => value.clone_into(&mut self.name),
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            // A comment, or a field of a version to come.
            _ => {}
        }
        None
    }

    fn end_event(&mut self) -> Option<EventFrame> {
        let name = std::mem::take(&mut self.name);
        let (id, data) = (self.id.take(), self.data.take());
        let (seq, data) = (id?, data?);
        Some(EventFrame { seq, name, data })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn frame(seq: i64, name: &str, data: &str) -> EventFrame {
        EventFrame {
            seq,
            name: name.to_owned(),
            data: data.to_owned(),
        }
    }

    const STREAM: &str = ":\n\nid: 7\nevent: text\ndata: {\"text\":\"Ça\"}\n\n:\nevent: heartbeat\ndata: {}\n\n\
                          id:8\r\nevent:run\r\ndata:{\r\ndata: }\r\ncolour: green\r\n\r\nid: 9\nevent: story\n\n\
                          id: x\nevent: story\ndata: {}\n\nid: 10\rdata: {}\r\rid: 11\ndata: cut off";

    fn expected() -> Vec<EventFrame> {
        vec![
            frame(7, "text", "{\"text\":\"Ça\"}"),
            frame(8, "run", "{\n}"),
            frame(10, "", "{}"),
        ]
    }

    #[test]
    fn events_with_number_and_data_are_read() {
        assert_eq!(EventReader::default().read(STREAM.as_bytes()), expected());
    }

    proptest! {
        #[test]
        fn where_the_bytes_are_cut_does_not_matter(mut cuts in prop::collection::vec(0..STREAM.len(), 0..12)) {
            cuts.push(STREAM.len());
            cuts.sort_unstable();
            let mut reader = EventReader::default();
            let (mut read, mut from) = (Vec::new(), 0);
            for cut in cuts {
                read.extend(reader.read(&STREAM.as_bytes()[from..cut]));
                from = cut;
            }
            prop_assert_eq!(read, expected());
        }

        #[test]
        fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let mut reader = EventReader::default();
            reader.read(&bytes);
            // What came before does not harm the next event.
            reader.read(b"\n\n");
            prop_assert_eq!(reader.read(b"id: 3\nevent: run\ndata: 1\n\n"), vec![frame(3, "run", "1")]);
        }
    }
}
