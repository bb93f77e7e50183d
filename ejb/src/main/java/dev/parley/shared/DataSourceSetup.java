package dev.parley.shared;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** Declares the one data source. The class reads its own settings; url and properties are for the servers (WildFly wants at least one). */
@DataSourceDefinition(
        name = "java:app/jdbc/parley",
        className = "dev.parley.db.DeskDataSource",
        url = "env:PARLEY_DB_URL",
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 32,
        properties = "description=parley")
@Singleton
@DenyAll
public class DataSourceSetup {}
