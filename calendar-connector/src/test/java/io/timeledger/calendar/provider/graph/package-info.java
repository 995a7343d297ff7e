/// Tests of the Microsoft reader, with responses in the shapes that Microsoft documents.
@NullMarked
package io.timeledger.calendar.provider.graph;

import org.jspecify.annotations.NullMarked;
