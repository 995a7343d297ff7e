package io.timeledger.schemas.resource;

import java.math.BigDecimal;
import java.util.Currency;

/// @param amount rounded to the currency's minor unit
public record InvoiceAmount(Currency currency, BigDecimal amount) {}
