package io.timeledger.schemas.json;

/// The bytes do not match the contract.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedException(Class<?> contract, Throwable cause) {
    super(contract.getSimpleName() + " is malformed: " + cause.getMessage(), cause);
  }
}
