package io.jointlending.fund.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A server made of bare sockets, which can do everything that a proper HTTP server would not. */
final class WireBank implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<byte[]> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong written = new AtomicLong();

    /** What it does once a request has come in whole. */
    interface Behaviour {
        void answer(Line line, byte[] body) throws IOException, InterruptedException;
    }

    WireBank(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api";
    }

    /** Bodies of the requests that came in whole. */
    List<byte[]> requests() {
        return List.copyOf(requests);
    }

    /** Request lines and headers of the requests that came. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    /** Bytes written of answers. */
    long written() {
        return written.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            byte[] body = read(socket.getInputStream());
            requests.add(body);
            behaviour.answer(new Line(socket), body);
        } catch (IOException e) {
            return; // the other side hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("half a request");
            }
            head.write(next);
        }
        heads.add(head.toString(StandardCharsets.ISO_8859_1));
        for (String line : head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return in.readNBytes(Integer.parseInt(line.substring(15).trim()));
            }
        }
        return new byte[0];
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire-bank");
        thread.setDaemon(true);
        thread.start();
    }

    /** The connection of one request. */
    final class Line {
        private final Socket socket;

        Line(Socket socket) {
            this.socket = socket;
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            written.addAndGet(bytes.length);
        }

        void respond(int status, byte[] body) throws IOException {
            write("HTTP/1.1 " + status + " x\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                    + "\r\nConnection: close\r\n\r\n");
            write(body);
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Until the other side hangs up. */
        void hold() throws IOException {
            int next = 0;
            while (next >= 0) {
                next = socket.getInputStream().read();
            }
        }

        /** Waits a little, or until the other side hangs up. */
        boolean hungUpWithin(int millis) throws IOException {
            socket.setSoTimeout(millis);
            try {
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }
    }
}
