package io.timeledger.ingest.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The meanings of columns, with the headers that trackers use: older and newer English layouts,
/// then German, French and Spanish. If a file has several, the first one here wins.
public enum Column {
  EMAIL(
      "user email",
      "e-mail",
      "email address",
      "e-mail-adresse",
      "adresse e-mail",
      "correo electrónico"),
  USER(
      "member",
      "user name",
      "benutzer",
      "mitglied",
      "teammitglied",
      "utilisateur",
      "membre",
      "usuario",
      "miembro"),
  FIRST_NAME("vorname", "prénom", "nombre"),
  LAST_NAME("nachname", "nom de famille", "nom", "apellidos", "apellido"),
  CLIENT("client name", "kunde", "cliente"),
  PROJECT("project name", "projekt", "projet", "proyecto"),
  TASK("task name", "activity", "aufgabe", "aktivität", "tâche", "activité", "tarea", "actividad"),
  DESCRIPTION("notes", "beschreibung", "notizen", "descripción", "notas"),
  TAGS("tag", "schlagwörter", "schlagworte", "étiquettes", "etiquetas"),
  BILLABLE("abrechenbar", "verrechenbar", "facturable"),
  START_DATE("startdatum", "date de début", "fecha de inicio"),
  START_TIME("startzeit", "heure de début", "hora de inicio"),
  END_DATE("stop date", "enddatum", "date de fin", "fecha de finalización", "fecha de fin"),
  END_TIME("stop time", "endzeit", "heure de fin", "hora de finalización", "hora de fin"),
  DURATION("dauer", "durée", "duración"),
  DATE("log date", "datum", "fecha"),
  HOURS("stunden", "heures", "horas"),
  // The rest occurs only in Timeledger's own exports.
  USER_ID,
  CLIENT_ID,
  PROJECT_ID,
  TASK_ID,
  ENTITY_TYPE,
  ENTITY_ID,
  STARTED_AT,
  ENDED_AT,
  TIMEZONE,
  DURATION_SECONDS,
  EXTERNAL_SOURCE,
  EXTERNAL_ID,
  DELETED_AT;

  private final String others;

  Column(String... others) {
    this.others = String.join("|", others);
  }

  /// Normalized, in order of preference.
  List<String> headers() {
    return Stream.concat(Stream.of(spelled()), Stream.of(others.split("\\|", -1)))
        .map(HeaderRow::normalized)
        .toList();
  }

  /// In readable form.
  String spelled() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// As in the parameter `column.start_date`.
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
