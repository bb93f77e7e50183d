package dev.parley.bench.measure;

import dev.parley.bench.client.Loop;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;

/**
 * The limit: a relay that only relays. Netty's own WebSocket handlers on one thread; a visitor's frame goes to the agent of its
 * conversation, an agent's to the visitor, unread behind the conversation's number. No sign-in, no storage, no answer.
 */
public final class BareRelay {
    private final Channel[] visitors;
    private final Channel[] agents;

    private BareRelay(int visitors, int agents) {
        this.visitors = new Channel[visitors];
        this.agents = new Channel[agents];
    }

    /** Arguments: port, the most visitors, agents. Runs until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        BareRelay relay = new BareRelay(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        try (Loop loop = new Loop()) {
            Channel listening = new ServerBootstrap()
                    .group(loop.group())
                    .channel(loop.serverChannel())
                    .option(ChannelOption.SO_BACKLOG, 1024)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            channel.pipeline()
                                    .addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536))
                                    .addLast(new WebSocketServerProtocolHandler(
                                            "/", "parley.v1", false, 65_536, false, true))
                                    .addLast(relay.new Passing());
                        }
                    })
                    .bind("127.0.0.1", Integer.parseInt(arguments[0]))
                    .sync()
                    .channel();
            System.out.println("ready");
            listening.closeFuture().sync();
        }
    }

    /** Knows by the path of its handshake who it is: {@code /v/17} or {@code /a/0}. */
    private final class Passing extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private boolean visitor;

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof HandshakeComplete done) {
                String[] path = done.requestUri().split("/");
                visitor = path[1].equals("v");
                (visitor ? visitors : agents)[Integer.parseInt(path[2])] = context.channel();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            int number = 0;
            int at = frame.content().readerIndex();
            for (byte digit = frame.content().getByte(at);
                    digit != '|';
                    digit = frame.content().getByte(++at)) {
                number = number * 10 + digit - '0';
            }
            Channel to = visitor ? agents[number % agents.length] : visitors[number];
            to.writeAndFlush(frame.retain(), to.voidPromise());
        }
    }
}
