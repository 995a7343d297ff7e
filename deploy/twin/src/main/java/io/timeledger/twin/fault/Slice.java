package io.timeledger.twin.fault;

import java.util.List;

/// The items of a page.
///
/// @param taken how far the next page is on
/// @param more whether there is a next page
public record Slice<T>(List<T> items, int taken, boolean more) {}
