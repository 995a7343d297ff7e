package io.timeledger.schemas.resource;

import java.math.BigDecimal;
import java.util.Currency;

/// @param amount in the minor unit's places
public record InvoiceAmount(Currency currency, BigDecimal amount) {}
