package dev.parley.conversation.persistence;

import dev.parley.company.FormAnswer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What visitors filled in before their conversations. */
@ApplicationScoped
public class AnswerRows {
    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    protected AnswerRows() {}

    /** Of a conversation of the company, in the order in which it was asked. */
    public List<FormAnswer> of(long companyId, long conversationId) {
        String sql =
                "select name, kind, label, answer from conversation_answer where conversation_id = ? and company_id = ?"
                        + " order by position";
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, conversationId);
            s.setLong(2, companyId);
            try (ResultSet r = s.executeQuery()) {
                var answers = new ArrayList<FormAnswer>();
                while (r.next())
                    answers.add(new FormAnswer(r.getString(1), r.getString(2), r.getString(3), r.getString(4)));
                return answers;
            }
        } catch (SQLException e) {
            throw Jdbc.unavailable(e);
        }
    }

    /** Keeps those of conversations that have just been inserted, by their keys. */
    static void insert(Connection c, Map<Long, Post> openings) throws SQLException {
        if (openings.values().stream().allMatch(post -> post.opening().answers().isEmpty())) return;
        String sql =
                "insert into conversation_answer (conversation_id, company_id, position, name, kind, label, answer)"
                        + " values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (var opened : openings.entrySet()) {
                int position = 0;
                for (FormAnswer answer : opened.getValue().opening().answers()) {
                    s.setLong(1, opened.getKey());
                    s.setLong(2, opened.getValue().companyId());
                    s.setInt(3, position++);
                    s.setString(4, answer.name());
                    s.setString(5, answer.kind());
                    s.setString(6, answer.label());
                    s.setString(7, answer.answer());
                    s.addBatch();
                }
            }
            s.executeBatch();
        }
    }
}
