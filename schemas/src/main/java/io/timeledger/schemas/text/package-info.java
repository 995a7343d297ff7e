/// What text is, whoever reads it: on the way in and in decisions alike.
@NullMarked
package io.timeledger.schemas.text;

import org.jspecify.annotations.NullMarked;
