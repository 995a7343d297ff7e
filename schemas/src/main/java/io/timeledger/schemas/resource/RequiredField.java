package io.timeledger.schemas.resource;

/// A field that a workspace can require on every entry.
public enum RequiredField {
  DESCRIPTION,
  PROJECT,
  TAGS
}
