package dev.parley.bench.fault;

import dev.parley.bench.client.Loop;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A wire that can go dead: between two ends on loopback it carries bytes, or, when silenced, carries nothing in either
 * direction and hides from each end that the other has closed. What was sent meanwhile arrives after healing, as TCP's
 * repetition would bring it.
 */
final class CutProxy implements AutoCloseable {
    private final Loop loop;
    private final int target;
    private final Channel listening;
    private final Set<End> ends = new HashSet<>();
    private final List<Double> serverGaveUpAfter = new ArrayList<>();
    private boolean silent;
    private long silentSince;

    CutProxy(Loop loop, int target) {
        this.loop = loop;
        this.target = target;
        this.listening = new ServerBootstrap()
                .group(loop.group())
                .channel(loop.serverChannel())
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        accept(client);
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort() + "/");
    }

    /** Once this has returned nothing passes; bytes that are ready for reading now may come before a task that waits. */
    void silence() {
        loop.ask(() -> {
            silent = true;
            silentSince = System.nanoTime();
            serverGaveUpAfter.clear();
            ends.forEach(end -> end.present = true);
            return true;
        });
    }

    /** What was held back passes now, and then everything again. */
    void heal() {
        loop.ask(() -> {
            silent = false;
            List.copyOf(ends).forEach(End::release);
            return true;
        });
    }

    /** How many of the sockets open at the cut the server has not closed yet. */
    int stillHeldByServer() {
        return loop.ask(() -> (int) ends.stream()
                .filter(end -> end.present && end.server && !end.ended)
                .count());
    }

    /** Seconds of silence after which the server closed each of the sockets open at the cut. */
    List<Double> serverGaveUpAfter() {
        return loop.ask(() -> List.copyOf(serverGaveUpAfter));
    }

    private void accept(SocketChannel client) {
        End near = new End(client, false);
        new Bootstrap()
                .group(loop.group())
                .channel(loop.channel())
                .option(ChannelOption.AUTO_READ, false)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel server) {
                        End far = new End(server, true);
                        near.other = far;
                        far.other = near;
                        client.pipeline().addLast(near);
                        server.pipeline().addLast(far);
                    }
                })
                .connect("127.0.0.1", target)
                .addListener(connected -> {
                    if (connected.isSuccess()) {
                        near.channel.config().setAutoRead(true);
                        near.other.channel.config().setAutoRead(true);
                    } else {
                        client.close();
                    }
                });
    }

    @Override
    public void close() {
        listening.close();
        loop.ask(() -> {
            List.copyOf(ends).forEach(end -> end.channel.close());
            return true;
        });
    }

    /** One end of one connection; what comes in here goes out at the other. */
    private final class End extends ChannelInboundHandlerAdapter {
        private final Channel channel;
        private final boolean server;
        private final Deque<ByteBuf> held = new ArrayDeque<>();
        private End other;
        private boolean present;
        private boolean ended;

        private End(Channel channel, boolean server) {
            this.channel = channel;
            this.server = server;
            ends.add(this);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            held.add((ByteBuf) bytes);
            if (!silent) {
                release();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            ended = true;
            if (silent && present && server) {
                serverGaveUpAfter.add((System.nanoTime() - silentSince) / 1e9);
            }
            if (!silent) {
                release();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        private void release() {
            for (ByteBuf bytes = held.poll(); bytes != null; bytes = held.poll()) {
                other.channel.writeAndFlush(bytes);
            }
            if (ended && ends.remove(this)) {
                other.channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            }
        }
    }
}
