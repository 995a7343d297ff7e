/// What stands on private topics only: secrets, hashes of secrets, names and addresses of people.
/// No resource can reach a type of this package, so no event, reply or webhook carries one.
@NullMarked
package io.timeledger.schemas.restricted;

import org.jspecify.annotations.NullMarked;
