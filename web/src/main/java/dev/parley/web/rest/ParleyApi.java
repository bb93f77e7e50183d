package dev.parley.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST interface, version 1. Its resources are found by their annotations. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Parley",
                        version = "1",
                        description =
                                "Customer support: conversations, visitors, agents. Errors are application/problem+json;"
                                        + " times are ISO 8601 in UTC; ids are opaque.",
                        license = @License(name = "See the repository")))
@SecurityScheme(
        securitySchemeName = ParleyApi.COLLEAGUE,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A colleague: the token of POST /sessions or POST /sessions/socket")
@SecurityScheme(
        securitySchemeName = ParleyApi.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "pt_",
        description =
                "A program of the company's: an API token, made at /portal/tokens or by POST /tokens. Its scopes name the"
                        + " routes that it opens: conversations:read, conversations:write, agents:read, agents:write, settings:read,"
                        + " settings:write, articles:read, articles:write, reports:read, audit:read. It may never more than whoever"
                        + " made it. Answers carry RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset")
@SecurityScheme(
        securitySchemeName = ParleyApi.OPERATOR,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "Whoever runs the installation: PARLEY_OPERATOR_TOKEN; for the routes under /operator only")
@SecurityScheme(
        securitySchemeName = ParleyApi.VISITOR,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A visitor: the token of POST /sites/{siteKey}/visitors")
@SecurityScheme(
        securitySchemeName = ParleyApi.PAGE,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "parley.session",
        description = "A signed-in page; __Host-parley.session over https. Reads only, and POST /sessions/socket")
public class ParleyApi extends Application {
    /** Name of a security scheme. */
    public static final String COLLEAGUE = "colleague";

    /** Name of a security scheme. */
    public static final String TOKEN = "token";

    /** Name of a security scheme. */
    public static final String OPERATOR = "operator";

    /** Name of a security scheme. */
    public static final String VISITOR = "visitor";

    /** Name of a security scheme. */
    public static final String PAGE = "page";
}
