package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The smallest desk that keeps the contract, in memory, so that the clients can be tried; and one that can be told to break it. */
public final class FakeDesk implements AutoCloseable {
    private final Loop loop = new Loop();
    private final Channel listening;
    private final Map<String, List<ObjectNode>> conversations = new HashMap<>();
    private final Map<String, ObjectNode> answers = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<Channel, String> sockets = new HashMap<>();
    private final Set<Integer> forgotten = new HashSet<>();
    private int tokens;
    private int sends;

    public FakeDesk() {
        listening = new ServerBootstrap()
                .group(loop.group())
                .channel(loop.serverChannel())
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Rest())
                                .addLast(new WebSocketServerProtocolHandler(
                                        "/ws", "parley.v1", false, 1 << 20, false, true))
                                .addLast(new Frames());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort() + "/");
    }

    /** Answers the send of this number as if it were stored, and forgets it. */
    public void forget(int send) {
        loop.ask(() -> forgotten.add(send));
    }

    /** Ends every socket without a word. */
    public void cutAll() {
        loop.run(() -> List.copyOf(sockets.keySet()).forEach(Channel::close));
    }

    private final class Rest extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        public boolean acceptInboundMessage(Object message) {
            return message instanceof FullHttpRequest request && !request.uri().startsWith("/ws/");
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            QueryStringDecoder query = new QueryStringDecoder(request.uri());
            ObjectNode body;
            HttpResponseStatus status = HttpResponseStatus.CREATED;
            if (query.path().endsWith("/sessions")) {
                body = Json.object("token", "agent" + tokens++);
            } else if (query.path().endsWith("/visitors")) {
                body = Json.object("token", "visitor" + tokens++);
            } else if (query.path().endsWith("/agents")) {
                // nobody's capacity is limited here
                status = HttpResponseStatus.OK;
                body = Json.object();
                body.putArray("items");
            } else {
                status = HttpResponseStatus.OK;
                long after = Long.parseLong(query.parameters().get("after").get(0));
                body = Json.object();
                body.set("items", after(query.path().split("/")[4], after));
            }
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(body.toString(), StandardCharsets.UTF_8));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            context.writeAndFlush(response);
        }
    }

    private final class Frames extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame text) {
            JsonNode frame = Json.read(text.text());
            Channel channel = context.channel();
            switch (frame.path("type").asText()) {
                case "hello" -> hello(channel, frame);
                case "send" -> send(channel, frame);
                case "history" -> {
                    ObjectNode page = answer("history", frame).put("more", false);
                    page.set(
                            "messages",
                            after(
                                    frame.get("conversation").asText(),
                                    frame.get("after").asLong()));
                    say(channel, page);
                }
                case "ping" -> say(channel, Json.object("type", "pong"));
                default -> say(channel, answer("ok", frame));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            sockets.remove(context.channel());
        }
    }

    private void hello(Channel channel, JsonNode frame) {
        String token = frame.get("token").asText();
        sockets.put(channel, token);
        ArrayNode mine = JsonNodeFactory.instance.arrayNode();
        owners.forEach((conversation, owner) -> {
            if (owner.equals(token)) {
                mine.add(Json.object("id", conversation));
            }
        });
        ObjectNode welcome = Json.object("type", "welcome");
        welcome.set("conversations", mine);
        say(channel, welcome);
        frame.path("resume")
                .fields()
                .forEachRemaining(resume ->
                        after(resume.getKey(), resume.getValue().asLong()).forEach(message -> say(channel, message)));
    }

    private void send(Channel channel, JsonNode frame) {
        String token = sockets.get(channel);
        String key = token + frame.get("clientId").asText();
        ObjectNode sent = answers.get(key);
        if (sent == null) {
            String conversation = frame.path("conversation").asText("c" + conversations.size());
            owners.putIfAbsent(conversation, token);
            List<ObjectNode> rows = conversations.computeIfAbsent(conversation, name -> new ArrayList<>());
            ObjectNode row = Json.object(
                    "type",
                    "message",
                    "conversation",
                    conversation,
                    "seq",
                    rows.size() + 1,
                    "id",
                    conversation + "." + rows.size(),
                    "kind",
                    "text",
                    "text",
                    frame.get("text").asText(),
                    "author",
                    Json.object("kind", token.replaceAll("\\d", "")));
            sent = Json.object(
                    "type",
                    "sent",
                    "clientId",
                    frame.get("clientId"),
                    "conversation",
                    conversation,
                    "seq",
                    row.get("seq"),
                    "id",
                    row.get("id"));
            answers.put(key, sent);
            if (!forgotten.contains(++sends)) {
                rows.add(row);
                sockets.forEach((other, whose) -> {
                    if (other != channel && (whose.startsWith("agent") || whose.equals(owners.get(conversation)))) {
                        say(other, row);
                    }
                });
            }
        }
        say(channel, sent.deepCopy().set("ref", frame.get("ref")));
    }

    private ArrayNode after(String conversation, long seq) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        conversations.getOrDefault(conversation, List.of()).stream()
                .filter(row -> row.get("seq").asLong() > seq)
                .forEach(row -> rows.add(row.deepCopy()));
        return rows;
    }

    private static ObjectNode answer(String type, JsonNode question) {
        return Json.object("type", type, "ref", question.get("ref"));
    }

    private static void say(Channel channel, JsonNode frame) {
        channel.writeAndFlush(new TextWebSocketFrame(frame.toString()));
    }

    @Override
    public void close() {
        listening.close();
        loop.close();
    }
}
