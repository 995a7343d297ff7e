package io.timeledger.schemas.json;

/// The bytes are not of the contract that they were read as.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedException(Class<?> contract, Throwable cause) {
    super(contract.getSimpleName() + " is malformed: " + cause.getMessage(), cause);
  }
}
