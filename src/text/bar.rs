//! Bars and shades of block characters.

/// The parts of a column, in eighths.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Blocks of growing height.
const HEIGHTS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A bar that is `columns` long for the largest count. It has eighths of columns, and is empty only for zero.
pub fn bar(count: usize, most: usize, columns: usize) -> String {
    let eighths = (count * columns * 8).div_ceil(most.max(1));
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS.get(eighths % 8).copied().unwrap_or_default())
}

/// A block that fills a row for the largest count. It is empty only for zero.
pub fn height(count: usize, most: usize) -> char {
    let eighths = (count * 8).div_ceil(most.max(1));
    HEIGHTS.get(eighths.min(8)).copied().unwrap_or(' ')
}

/// Signs of growing darkness, from an empty one.
pub const SHADES: [char; 5] = [' ', '░', '▒', '▓', '█'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_eighths_and_never_empty() {
        assert_eq!([bar(0, 9, 4), bar(1, 99, 4), bar(1, 2, 3), bar(9, 9, 4)], ["", "▏", "█▌", "████"]);
        assert_eq!([height(0, 9), height(1, 99), height(9, 9), height(0, 0)], [' ', '▁', '█', ' ']);
    }
}
