/// Who may see what.
@NullMarked
package io.timeledger.schemas.visibility;

import org.jspecify.annotations.NullMarked;
